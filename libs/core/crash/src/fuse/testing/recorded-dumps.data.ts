/*
 * Dumps of small racy programs, as printed by Go 1.19 to 1.27 on linux/amd64 with paths shortened. Each text is one run. A program has one bug,
 * but `helper` has two: its writers call one function on two maps.
 */
export const recordedDumps: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  rlock: {
    '1.19.13.1': `fatal error: concurrent map writes
fatal error: concurrent map writes

goroutine 17 [running]:
main.(*Store).Set(0x4c1200?, {0x466f78?, 0x0?}, 0x3734)
	/srv/crashes/rlock/main.go:13 +0xb3
main.worker(0xc0000387a6?, 0x0)
	/srv/crashes/rlock/main.go:18 +0x3a
created by main.main
	/srv/crashes/rlock/main.go:25 +0x6c

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xc5

goroutine 18 [runnable]:
main.(*Store).Set(0x0?, {0x466f78?, 0x0?}, 0x172e5)
	/srv/crashes/rlock/main.go:12 +0x7a
main.worker(0x0?, 0x1)
	/srv/crashes/rlock/main.go:18 +0x3a
created by main.main
	/srv/crashes/rlock/main.go:25 +0x6c

goroutine 19 [running]:
	goroutine running on other thread; stack unavailable
created by main.main
	/srv/crashes/rlock/main.go:25 +0x6c

goroutine 20 [runnable]:
main.(*Store).Set(0x0?, {0x466f78?, 0x0?}, 0x15361)
	/srv/crashes/rlock/main.go:14 +0xca
main.worker(0x0?, 0x3)
	/srv/crashes/rlock/main.go:18 +0x3a
created by main.main
	/srv/crashes/rlock/main.go:25 +0x6c

goroutine 19 [running]:
main.(*Store).Set(0x0?, {0x466f78?, 0x0?}, 0x36a5)
	/srv/crashes/rlock/main.go:13 +0xb3
main.worker(0x0?, 0x2)
	/srv/crashes/rlock/main.go:18 +0x3a
created by main.main
	/srv/crashes/rlock/main.go:25 +0x6c
`,
    '1.21.13.1': `fatal error: concurrent map writes

goroutine 18 [running]:
main.(*Store).Set(0x0?, {0x467cb8?, 0x0?}, 0x2feac)
	/srv/crashes/rlock/main.go:13 +0xa5
main.worker(0x0?, 0x1)
	/srv/crashes/rlock/main.go:18 +0x38
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9

goroutine 17 [runnable]:
main.main.func1()
	/srv/crashes/rlock/main.go:25
runtime.goexit()
	/usr/local/go/src/runtime/asm_amd64.s:1650 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 19 [runnable]:
main.(*Store).Set(0x0?, {0x467cb8?, 0x0?}, 0x1b18)
	/srv/crashes/rlock/main.go:14 +0xbc
main.worker(0x0?, 0x2)
	/srv/crashes/rlock/main.go:18 +0x38
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 20 [runnable]:
main.(*Store).Set(0x0?, {0x467cb8?, 0x0?}, 0x39437)
	/srv/crashes/rlock/main.go:14 +0xbc
main.worker(0x0?, 0x3)
	/srv/crashes/rlock/main.go:18 +0x38
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.22.12.2': `fatal error: concurrent map writes

goroutine 20 [running]:
main.(*Store).Set(0x0?, {0x46e538?, 0x0?}, 0x34604)
	/srv/crashes/rlock/main.go:13 +0xa5
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9

goroutine 18 [runnable]:
main.(*Store).Set(0xc00008a000?, {0x46e538?, 0x1?}, 0x523)
	/srv/crashes/rlock/main.go:10 +0xe6
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 19 [runnable]:
main.(*Store).Set(0x0?, {0x46e538?, 0x0?}, 0x3d199)
	/srv/crashes/rlock/main.go:14 +0xbc
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 21 [runnable]:
sync.(*RWMutex).RLock(...)
	/usr/local/go/src/sync/rwmutex.go:68
main.(*Store).Set(0x0?, {0x46e538?, 0x0?}, 0xc001?)
	/srv/crashes/rlock/main.go:11 +0x1e
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.23.5.1': `fatal error: concurrent map writes

goroutine 18 [running]:
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x1)
	/srv/crashes/rlock/main.go:13 +0x9f
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9

goroutine 17 [runnable]:
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 19 [runnable]:
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 20 [runnable]:
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x5a64)
	/srv/crashes/rlock/main.go:14 +0xb6
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.23.5.2': `fatal error: concurrent map writes

goroutine 4 [running]:
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x3f793)
	/srv/crashes/rlock/main.go:13 +0x9f
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9

goroutine 2 [runnable]:
sync.(*RWMutex).RLock(...)
	/usr/local/go/src/sync/rwmutex.go:70
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x535aa?)
	/srv/crashes/rlock/main.go:11 +0x1e
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 3 [runnable]:
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x1f9c0)
	/srv/crashes/rlock/main.go:14 +0xb6
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 5 [runnable]:
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x22007)
	/srv/crashes/rlock/main.go:14 +0xb6
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.23.5.system': `fatal error: concurrent map writes

goroutine 22 gp=0xc000080c40 m=0 mp=0x4f4480 [running]:
runtime.fatal({0x47bf0f?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc00003eed8 sp=0xc00003eea8 pc=0x42de28
runtime.mapassign_faststr(0x46f620, 0xc00009a000, {0x479e08, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:232 +0x4f fp=0xc00003ef48 sp=0xc00003eed8 pc=0x45ccef
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x2)
	/srv/crashes/rlock/main.go:13 +0x9f fp=0xc00003ef98 sp=0xc00003ef48 pc=0x46757f
main.worker(...)
	/srv/crashes/rlock/main.go:18
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25 +0x49 fp=0xc00003efe0 sp=0xc00003ef98 pc=0x4677e9
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003efe8 sp=0xc00003efe0 pc=0x463be1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 gp=0xc0000061c0 m=nil [select (no cases)]:
runtime.gopark(0x43a9e0?, 0xc00009c048?, 0xc0?, 0x61?, 0x467727?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc0000406f0 sp=0xc0000406d0 pc=0x45da4e
runtime.block()
	/usr/local/go/src/runtime/select.go:103 +0x26 fp=0xc000040720 sp=0xc0000406f0 pc=0x4420c6
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9 fp=0xc000040750 sp=0xc000040720 pc=0x467779
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x43134b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x463be1

goroutine 20 gp=0xc0000808c0 m=nil [runnable]:
main.(*Store).Set.deferwrap1()
	/srv/crashes/rlock/main.go:12 +0x3b fp=0xc00003df48 sp=0xc00003df40 pc=0x46761b
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x7f9)
	/srv/crashes/rlock/main.go:14 +0xb6 fp=0xc00003df98 sp=0xc00003df48 pc=0x467596
main.worker(...)
	/srv/crashes/rlock/main.go:18
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25 +0x49 fp=0xc00003dfe0 sp=0xc00003df98 pc=0x4677e9
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003dfe8 sp=0xc00003dfe0 pc=0x463be1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 21 gp=0xc000080a80 m=nil [runnable]:
main.(*Store).Set.deferwrap1()
	/srv/crashes/rlock/main.go:12 +0x3b fp=0xc00003e748 sp=0xc00003e740 pc=0x46761b
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x8d1b)
	/srv/crashes/rlock/main.go:14 +0xb6 fp=0xc00003e798 sp=0xc00003e748 pc=0x467596
main.worker(...)
	/srv/crashes/rlock/main.go:18
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25 +0x49 fp=0xc00003e7e0 sp=0xc00003e798 pc=0x4677e9
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003e7e8 sp=0xc00003e7e0 pc=0x463be1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 23 gp=0xc000080e00 m=nil [runnable]:
runtime.asyncPreempt2()
	/usr/local/go/src/runtime/preempt.go:308 +0x39 fp=0xc00003f5c0 sp=0xc00003f5a0 pc=0x42fed9
runtime.asyncPreempt()
	/usr/local/go/src/runtime/preempt_amd64.s:53 +0xdb fp=0xc00003f748 sp=0xc00003f5c0 pc=0x4650fb
sync.(*RWMutex).RLock(...)
	/usr/local/go/src/sync/rwmutex.go:70
main.(*Store).Set(0x0?, {0x479e08?, 0x0?}, 0x7706?)
	/srv/crashes/rlock/main.go:11 +0x1e fp=0xc00003f798 sp=0xc00003f748 pc=0x4674fe
main.worker(...)
	/srv/crashes/rlock/main.go:18
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25 +0x49 fp=0xc00003f7e0 sp=0xc00003f798 pc=0x4677e9
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003f7e8 sp=0xc00003f7e0 pc=0x463be1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.24.4.1': `fatal error: concurrent map writes

goroutine 18 [running]:
internal/runtime/maps.fatal({0x47ee7a?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
main.(*Store).Set(0x0?, {0x47cb40?, 0x0?}, 0x1)
	/srv/crashes/rlock/main.go:13 +0x9c
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9

goroutine 17 [runnable]:
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 19 [runnable]:
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 20 [runnable]:
main.(*Store).Set(0x0?, {0x47cb40?, 0x0?}, 0x3616e)
	/srv/crashes/rlock/main.go:14 +0xb3
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.25.1.1': `fatal error: concurrent map writes

goroutine 19 [running]:
internal/runtime/maps.fatal({0x487208?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
main.(*Store).Set(0x0?, {0x484c68?, 0x0?}, 0x2)
	/srv/crashes/rlock/main.go:13 +0x9d
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9

goroutine 17 [runnable]:
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1693 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 18 [runnable]:
main.(*Store).Set(0x0?, {0x484c68?, 0x0?}, 0x304ab)
	/srv/crashes/rlock/main.go:14 +0xb4
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 20 [runnable]:
sync.(*RWMutex).RLock(...)
	/usr/local/go/src/sync/rwmutex.go:72
main.(*Store).Set(0x0?, {0x484c68?, 0x0?}, 0x32af5?)
	/srv/crashes/rlock/main.go:11 +0x1e
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.26.8.1': `fatal error: concurrent map writes

goroutine 5 [running]:
internal/runtime/maps.fatal({0x492efa?, 0x484c80?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Store).Set(0x0?, {0x490750?, 0x0?}, 0x329a)
	/srv/crashes/rlock/main.go:13 +0x9d
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.26.8.all': `fatal error: concurrent map writes

goroutine 4 [running]:
internal/runtime/maps.fatal({0x492efa?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Store).Set(0x0?, {0x490750?, 0x0?}, 0x1)
	/srv/crashes/rlock/main.go:13 +0x9d
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/rlock/main.go:27 +0xb9

goroutine 3 [runnable]:
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1771 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 5 [runnable]:
main.main.gowrap1()
	/srv/crashes/rlock/main.go:25
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1771 +0x1
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67

goroutine 6 [runnable]:
main.(*Store).Set(0x0?, {0x490750?, 0x0?}, 0x2aeef)
	/srv/crashes/rlock/main.go:14 +0xb4
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x67
`,
    '1.27.0.1': `fatal error: concurrent map writes

goroutine 6 [running]:
internal/runtime/maps.fatal({0x48180d?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
main.(*Store).Set(0x0?, {0x47f000?, 0x0?}, 0x1)
	/srv/crashes/rlock/main.go:13 +0x9c
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0x71
`,
    '1.26.8.race': `==================
WARNING: DATA RACE
Write at 0x00c000096000 by goroutine 7:
  runtime.mapassign_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:263 +0x0
  main.(*Store).Set()
      /srv/crashes/rlock/main.go:13 +0xbb
  main.worker()
      /srv/crashes/rlock/main.go:18 +0x4f
  main.main.gowrap1()
      /srv/crashes/rlock/main.go:25 +0xe

Previous write at 0x00c000096000 by goroutine 9:
  runtime.mapassign_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:263 +0x0
  main.(*Store).Set()
      /srv/crashes/rlock/main.go:13 +0xbb
  main.worker()
      /srv/crashes/rlock/main.go:18 +0x4f
  main.main.gowrap1()
      /srv/crashes/rlock/main.go:25 +0xe

Goroutine 7 (running) created at:
  main.main()
      /srv/crashes/rlock/main.go:25 +0xcf

Goroutine 9 (running) created at:
  main.main()
      /srv/crashes/rlock/main.go:25 +0xcf
==================
==================
WARNING: DATA RACE
Write at 0x00c00009c018 by goroutine 7:
  main.(*Store).Set()
      /srv/crashes/rlock/main.go:13 +0xc7
  main.worker()
      /srv/crashes/rlock/main.go:18 +0x4f
  main.main.gowrap1()
      /srv/crashes/rlock/main.go:25 +0xe

Previous write at 0x00c00009c018 by goroutine 9:
  main.(*Store).Set()
      /srv/crashes/rlock/main.go:13 +0xc7
  main.worker()
      /srv/crashes/rlock/main.go:18 +0x4f
  main.main.gowrap1()
      /srv/crashes/rlock/main.go:25 +0xe

Goroutine 7 (running) created at:
  main.main()
      /srv/crashes/rlock/main.go:25 +0xcf

Goroutine 9 (running) created at:
  main.main()
      /srv/crashes/rlock/main.go:25 +0xcf
==================
fatal error: concurrent map writes

goroutine 20 [running]:
internal/runtime/maps.fatal({0x4ccf30?, 0x4b449c?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Store).Set(0xc000094000, {0x4ca750, 0x1}, 0x2)
	/srv/crashes/rlock/main.go:13 +0xbc
main.worker(...)
	/srv/crashes/rlock/main.go:18
created by main.main in goroutine 1
	/srv/crashes/rlock/main.go:25 +0xd0
`,
  },
  getset: {
    '1.19.13.1': `fatal error: concurrent map read and map write

goroutine 17 [running]:
main.(*Cache).Get(0x0?, 0x101000000000000?)
	/srv/crashes/getset/main.go:11 +0x2a
main.reader(0xc0000387b8?)
	/srv/crashes/getset/main.go:22 +0x56
created by main.main
	/srv/crashes/getset/main.go:34 +0x72

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0xa5

goroutine 18 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0xb40d)
	/srv/crashes/getset/main.go:18 +0xb4
main.writer(0x0?)
	/srv/crashes/getset/main.go:28 +0x59
created by main.main
	/srv/crashes/getset/main.go:35 +0x9f
`,
    '1.21.13.1': `fatal error: concurrent map read and map write

goroutine 17 [running]:
main.(*Cache).Get(0xc000082010?, 0x5d?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(0x0?)
	/srv/crashes/getset/main.go:22 +0x51
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0x9d

goroutine 18 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0x3f237)
	/srv/crashes/getset/main.go:18 +0xa9
main.writer(0x0?)
	/srv/crashes/getset/main.go:28 +0x54
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.22.12.2': `fatal error: concurrent map read and map write

goroutine 5 [running]:
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0x9d

goroutine 6 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0x181cb)
	/srv/crashes/getset/main.go:18 +0xa9
main.writer(...)
	/srv/crashes/getset/main.go:28
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.23.5.1': `fatal error: concurrent map read and map write

goroutine 17 [running]:
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0x9d

goroutine 18 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0xb126)
	/srv/crashes/getset/main.go:18 +0xa3
main.writer(...)
	/srv/crashes/getset/main.go:28
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.23.5.2': `fatal error: concurrent map read and map write

goroutine 5 [running]:
main.(*Cache).Get(0xc000014070?, 0x5d?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0x9d

goroutine 6 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0x5d878)
	/srv/crashes/getset/main.go:18 +0xa3
main.writer(...)
	/srv/crashes/getset/main.go:28
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.23.5.system': `fatal error: concurrent map read and map write

goroutine 5 gp=0xc000007340 m=2 mp=0xc000046708 [running]:
runtime.fatal({0x47e993?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc000042768 sp=0xc000042738 pc=0x42e4c8
runtime.mapaccess1_fast64(0x470520, 0xc000074000, 0x0)
	/usr/local/go/src/runtime/map_fast64.go:22 +0x57 fp=0xc000042788 sp=0xc000042768 pc=0x40cd97
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25 fp=0xc0000427b0 sp=0xc000042788 pc=0x468305
main.reader(...)
	/srv/crashes/getset/main.go:22
main.main.gowrap1()
	/srv/crashes/getset/main.go:34 +0x5b fp=0xc0000427e0 sp=0xc0000427b0 pc=0x46877b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000427e8 sp=0xc0000427e0 pc=0x464721
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 gp=0xc0000061c0 m=nil [select (no cases)]:
runtime.gopark(0x43b080?, 0xc000014090?, 0xc0?, 0x61?, 0x468618?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc0000406f8 sp=0xc0000406d8 pc=0x45e44e
runtime.block()
	/usr/local/go/src/runtime/select.go:103 +0x26 fp=0xc000040728 sp=0xc0000406f8 pc=0x442766
main.main()
	/srv/crashes/getset/main.go:36 +0x9d fp=0xc000040750 sp=0xc000040728 pc=0x46861d
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x4319eb
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x464721

goroutine 6 gp=0xc000007500 m=nil [runnable]:
main.(*Cache).Put.deferwrap1()
	/srv/crashes/getset/main.go:16 +0x3a fp=0xc000042f58 sp=0xc000042f50 pc=0x46845a
main.(*Cache).Put(0x0?, 0x0?, 0xf589)
	/srv/crashes/getset/main.go:18 +0xa3 fp=0xc000042fa8 sp=0xc000042f58 pc=0x4683e3
main.writer(...)
	/srv/crashes/getset/main.go:28
main.main.gowrap2()
	/srv/crashes/getset/main.go:35 +0x65 fp=0xc000042fe0 sp=0xc000042fa8 pc=0x4686e5
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000042fe8 sp=0xc000042fe0 pc=0x464721
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.24.4.1': `fatal error: concurrent map read and map write

goroutine 17 [running]:
internal/runtime/maps.fatal({0x4819c8?, 0xb44d4214b44d4214?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0x9d

goroutine 18 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0x23a95)
	/srv/crashes/getset/main.go:18 +0xa4
main.writer(...)
	/srv/crashes/getset/main.go:28
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.25.1.1': `fatal error: concurrent map read and map write

goroutine 4 [running]:
internal/runtime/maps.fatal({0x489e2e?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0x9d

goroutine 5 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0x198)
	/srv/crashes/getset/main.go:18 +0xa5
main.writer(...)
	/srv/crashes/getset/main.go:28
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.26.8.1': `fatal error: concurrent map read and map write

goroutine 17 [running]:
internal/runtime/maps.fatal({0x495daf?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b
`,
    '1.26.8.all': `fatal error: concurrent map read and map write

goroutine 17 [running]:
internal/runtime/maps.fatal({0x495daf?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/getset/main.go:36 +0x9d

goroutine 18 [runnable]:
main.(*Cache).Put(0x0?, 0x0?, 0x9a85)
	/srv/crashes/getset/main.go:18 +0xa5
main.writer(...)
	/srv/crashes/getset/main.go:28
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:35 +0x98
`,
    '1.27.0.1': `fatal error: concurrent map read and map write

goroutine 5 [running]:
internal/runtime/maps.fatal({0x483b1e?, 0x4719a0?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
main.(*Cache).Get(0x0?, 0x0?)
	/srv/crashes/getset/main.go:11 +0x25
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0x7f
`,
    '1.26.8.race': `==================
WARNING: DATA RACE
Read at 0x00c0000a2260 by goroutine 6:
  main.(*Cache).Get()
      /srv/crashes/getset/main.go:11 +0x58
  main.reader()
      /srv/crashes/getset/main.go:22 +0x64
  main.main.gowrap1()
      /srv/crashes/getset/main.go:34 +0xe

Previous write at 0x00c0000a2260 by goroutine 7:
  main.(*Cache).Put()
      /srv/crashes/getset/main.go:17 +0xb8
  main.writer()
      /srv/crashes/getset/main.go:28 +0x64
  main.main.gowrap2()
      /srv/crashes/getset/main.go:35 +0xe

Goroutine 6 (running) created at:
  main.main()
      /srv/crashes/getset/main.go:34 +0xdc

Goroutine 7 (running) created at:
  main.main()
      /srv/crashes/getset/main.go:35 +0x126
==================
==================
WARNING: DATA RACE
Write at 0x00c000098000 by goroutine 7:
  runtime.mapassign_fast64()
      /usr/local/go/src/internal/runtime/maps/runtime_fast64.go:196 +0x0
  main.(*Cache).Put()
      /srv/crashes/getset/main.go:17 +0xac
  main.writer()
      /srv/crashes/getset/main.go:28 +0x64
  main.main.gowrap2()
      /srv/crashes/getset/main.go:35 +0xe

Previous read at 0x00c000098000 by goroutine 6:
  runtime.mapaccess1_fast64()
      /usr/local/go/src/internal/runtime/maps/runtime_fast64.go:15 +0x0
  main.(*Cache).Get()
      /srv/crashes/getset/main.go:11 +0x4e
  main.reader()
      /srv/crashes/getset/main.go:22 +0x64
  main.main.gowrap1()
      /srv/crashes/getset/main.go:34 +0xe

Goroutine 7 (running) created at:
  main.main()
      /srv/crashes/getset/main.go:35 +0x126

Goroutine 6 (running) created at:
  main.main()
      /srv/crashes/getset/main.go:34 +0xdc
==================
fatal error: concurrent map read and map write

goroutine 18 [running]:
internal/runtime/maps.fatal({0x4cfe3b?, 0x4b21b9?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Cache).Get(0xc000096000, 0x18)
	/srv/crashes/getset/main.go:11 +0x4f
main.reader(...)
	/srv/crashes/getset/main.go:22
created by main.main in goroutine 1
	/srv/crashes/getset/main.go:34 +0xdd
`,
  },
  jsonm: {
    '1.19.13.1': `fatal error: concurrent map iteration and map write

goroutine 6 [running]:
reflect.mapiterinit(0x447c32?, 0x80?, 0x4ac1c0?)
	/usr/local/go/src/runtime/map.go:1375 +0x19
reflect.(*MapIter).Next(0x4a6400?)
	/usr/local/go/src/reflect/value.go:1841 +0x65
encoding/json.mapEncoder.encode({0x0?}, 0xc000086000, {0x4a6400?, 0xc000012028?, 0xc000086000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:798 +0x33e
encoding/json.structEncoder.encode({{{0xc00009a000?, 0x403734?, 0x7f479de10f00?}, 0xc000084150?}}, 0xc000086000, {0x4a85a0?, 0xc000012028?, 0xe000e?}, {0x0, 0x1})
	/usr/local/go/src/encoding/json/encode.go:760 +0x1f4
encoding/json.ptrEncoder.encode({0x46110a?}, 0xc000086000, {0x4a59e0?, 0xc000012028?, 0x4a59e0?}, {0xc8?, 0x5e?})
	/usr/local/go/src/encoding/json/encode.go:944 +0x25e
encoding/json.(*encodeState).reflectValue(0x45ef27?, {0x4a59e0?, 0xc000012028?, 0x0?}, {0x0?, 0x2a?})
	/usr/local/go/src/encoding/json/encode.go:359 +0x78
encoding/json.(*encodeState).marshal(0x0?, {0x4a59e0?, 0xc000012028?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:331 +0xfa
encoding/json.Marshal({0x4a59e0, 0xc000012028})
	/usr/local/go/src/encoding/json/encode.go:160 +0x45
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(0x0?)
	/srv/crashes/jsonm/main.go:14 +0x28
created by main.main
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 [sleep]:
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:195 +0x135
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134

goroutine 7 [runnable]:
main.main.func1()
	/srv/crashes/jsonm/main.go:23 +0x3f
created by main.main
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.21.13.1': `fatal error: concurrent map iteration and map write

goroutine 6 [running]:
reflect.mapiternext(0x473069?)
	/usr/local/go/src/runtime/map.go:1397 +0x13
reflect.(*MapIter).Next(0xc00009db20?)
	/usr/local/go/src/reflect/value.go:1940 +0x74
encoding/json.mapEncoder.encode({0x40d78c?}, 0xc000086000, {0x49e560?, 0xc00003a020?, 0xc000086000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:744 +0x33e
encoding/json.structEncoder.encode({{{0xc0000a0000, 0x1, 0x1}, 0xc000084150, 0xc000084180}}, 0xc000086000, {0x4a0420?, 0xc00003a020?, 0x462fe5?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:706 +0x21e
encoding/json.ptrEncoder.encode({0xc000080008?}, 0xc000086000, {0x49d780?, 0xc00003a020?, 0x49d780?}, {0x7?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:878 +0x20f
encoding/json.(*encodeState).reflectValue(0xc00009dea0?, {0x49d780?, 0xc00003a020?, 0xc00009dea8?}, {0xa0?, 0xc5?})
	/usr/local/go/src/encoding/json/encode.go:323 +0x73
encoding/json.(*encodeState).marshal(0x0?, {0x49d780?, 0xc00003a020?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:295 +0xb9
encoding/json.Marshal({0x49d780, 0xc00003a020})
	/usr/local/go/src/encoding/json/encode.go:162 +0xd0
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(0x0?)
	/srv/crashes/jsonm/main.go:14 +0x25
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 [sleep]:
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:195 +0x125
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134

goroutine 7 [runnable]:
main.main.func1()
	/srv/crashes/jsonm/main.go:24 +0x6d
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.22.12.2': `fatal error: concurrent map iteration and map write

goroutine 6 [running]:
reflect.mapiterinit(0x44b209?, 0x50?, 0x4ae740?)
	/usr/local/go/src/runtime/map.go:1392 +0x13
reflect.(*MapIter).Next(0x4a9f80?)
	/usr/local/go/src/reflect/value.go:2000 +0x57
encoding/json.mapEncoder.encode({0x4150f8?}, 0xc000086000, {0x4a9f80?, 0xc000042020?, 0xc000086000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:745 +0x334
encoding/json.structEncoder.encode({{{0xc0000a0000, 0x1, 0x1}, 0xc000084150, 0xc000084180}}, 0xc000086000, {0x4abdc0?, 0xc000042020?, 0xc000042020?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:704 +0x21e
encoding/json.ptrEncoder.encode({0xc000080008?}, 0xc000086000, {0x4a9200?, 0xc000042020?, 0x4a9200?}, {0xa5?, 0xd8?})
	/usr/local/go/src/encoding/json/encode.go:876 +0x23c
encoding/json.(*encodeState).reflectValue(0xc000086000, {0x4a9200?, 0xc000042020?, 0x40dae5?}, {0x38?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:321 +0x73
encoding/json.(*encodeState).marshal(0x0?, {0x4a9200?, 0xc000042020?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:297 +0xc5
encoding/json.Marshal({0x4a9200, 0xc000042020})
	/usr/local/go/src/encoding/json/encode.go:163 +0xd0
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(...)
	/srv/crashes/jsonm/main.go:14
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 [sleep]:
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:195 +0x115
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134

goroutine 7 [runnable]:
main.main.func1()
	/srv/crashes/jsonm/main.go:24 +0x6d
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.23.5.1': `fatal error: concurrent map iteration and map write

goroutine 18 [running]:
reflect.mapiternext(0x481ac9?)
	/usr/local/go/src/runtime/map.go:1537 +0x13
reflect.(*MapIter).Next(0xc000105a98?)
	/usr/local/go/src/reflect/value.go:1989 +0x74
encoding/json.mapEncoder.encode({0xc000468c50?}, 0xc000076000, {0x4bbca0?, 0xc0000860b0?, 0x5af8c0?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:756 +0x329
encoding/json.structEncoder.encode({{{0xc00007a000, 0x1, 0x1}, 0xc000074150, 0xc000074180}}, 0xc000076000, {0x4bdf80?, 0xc0000860b0?, 0xc0000860b0?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:715 +0x21e
encoding/json.ptrEncoder.encode({0x7f978d271108?}, 0xc000076000, {0x4bace0?, 0xc0000860b0?, 0x4bace0?}, {0x8?, 0xb4?})
	/usr/local/go/src/encoding/json/encode.go:887 +0x223
encoding/json.(*encodeState).reflectValue(0xc000076000, {0x4bace0?, 0xc0000860b0?, 0xc000105ec0?}, {0xa0?, 0xd5?})
	/usr/local/go/src/encoding/json/encode.go:322 +0x73
encoding/json.(*encodeState).marshal(0x0?, {0x4bace0?, 0xc0000860b0?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:298 +0xbd
encoding/json.Marshal({0x4bace0, 0xc0000860b0})
	/usr/local/go/src/encoding/json/encode.go:164 +0xbe
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(...)
	/srv/crashes/jsonm/main.go:14
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 [sleep]:
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:300 +0xf2
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134

goroutine 19 [runnable]:
main.main.func1()
	/srv/crashes/jsonm/main.go:24 +0x6d
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.23.5.2': `fatal error: concurrent map iteration and map write

goroutine 6 [running]:
reflect.mapiterinit(0x467869?, 0x50?, 0x4c0dc0?)
	/usr/local/go/src/runtime/map.go:1520 +0x13
reflect.(*MapIter).Next(0x4bbca0?)
	/usr/local/go/src/reflect/value.go:1984 +0x57
encoding/json.mapEncoder.encode({0x10?}, 0xc000106000, {0x4bbca0?, 0xc0000440b8?, 0xc000106000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:756 +0x329
encoding/json.structEncoder.encode({{{0xc000118000, 0x1, 0x1}, 0xc000104150, 0xc000104180}}, 0xc000106000, {0x4bdf80?, 0xc0000440b8?, 0xc0000440b8?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:715 +0x21e
encoding/json.ptrEncoder.encode({0xc000100008?}, 0xc000106000, {0x4bace0?, 0xc0000440b8?, 0x4bace0?}, {0x30?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:887 +0x223
encoding/json.(*encodeState).reflectValue(0xc000106000, {0x4bace0?, 0xc0000440b8?, 0x40ca65?}, {0x38?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:322 +0x73
encoding/json.(*encodeState).marshal(0x0?, {0x4bace0?, 0xc0000440b8?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:298 +0xbd
encoding/json.Marshal({0x4bace0, 0xc0000440b8})
	/usr/local/go/src/encoding/json/encode.go:164 +0xbe
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(...)
	/srv/crashes/jsonm/main.go:14
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 [sleep]:
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:300 +0xf2
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134

goroutine 7 [runnable]:
main.main.func1()
	/srv/crashes/jsonm/main.go:24 +0x6d
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.23.5.system': `fatal error: concurrent map iteration and map write

goroutine 18 gp=0xc0000a21c0 m=3 mp=0xc000046e08 [running]:
runtime.fatal({0x4d7df6?, 0x5af8c0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc0001058f0 sp=0xc0001058c0 pc=0x432388
runtime.mapiternext(0xc000105ab0)
	/usr/local/go/src/runtime/map.go:944 +0x3b fp=0xc000105960 sp=0xc0001058f0 pc=0x4634db
runtime.mapiterinit(0xc00007e000?, 0xc000092420, 0xc000105ab0)
	/usr/local/go/src/runtime/map.go:920 +0x1e8 fp=0xc000105980 sp=0xc000105960 pc=0x463468
reflect.mapiterinit(0x467869?, 0x50?, 0x4c0dc0?)
	/usr/local/go/src/runtime/map.go:1520 +0x13 fp=0xc0001059a8 sp=0xc000105980 pc=0x463993
reflect.(*MapIter).Next(0x4bbca0?)
	/usr/local/go/src/reflect/value.go:1984 +0x57 fp=0xc0001059d8 sp=0xc0001059a8 pc=0x481b77
encoding/json.mapEncoder.encode({0x10?}, 0xc000076000, {0x4bbca0?, 0xc0000860b0?, 0xc000076000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:756 +0x329 fp=0xc000105bc8 sp=0xc0001059d8 pc=0x49ba69
encoding/json.mapEncoder.encode-fm(0xc000076000?, {0x4bbca0?, 0xc0000860b0?, 0xc000105c78?}, {0x6b?, 0xc?})
	<autogenerated>:1 +0x3f fp=0xc000105c08 sp=0xc000105bc8 pc=0x4ad31f
encoding/json.structEncoder.encode({{{0xc00007a000, 0x1, 0x1}, 0xc000074150, 0xc000074180}}, 0xc000076000, {0x4bdf80?, 0xc0000860b0?, 0xc0000860b0?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:715 +0x21e fp=0xc000105cb8 sp=0xc000105c08 pc=0x49b55e
encoding/json.structEncoder.encode-fm(0x4bace0?, {0x4bdf80?, 0xc0000860b0?, 0x0?}, {0x70?, 0x40?})
	<autogenerated>:1 +0x65 fp=0xc000105d18 sp=0xc000105cb8 pc=0x4ad405
encoding/json.ptrEncoder.encode({0xc000044010?}, 0xc000076000, {0x4bace0?, 0xc0000860b0?, 0x4bace0?}, {0x30?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:887 +0x223 fp=0xc000105de8 sp=0xc000105d18 pc=0x49cf23
encoding/json.ptrEncoder.encode-fm(0x4bace0?, {0x4bace0?, 0xc0000860b0?, 0xc000046e08?}, {0x8?, 0xc1?})
	<autogenerated>:1 +0x3f fp=0xc000105e28 sp=0xc000105de8 pc=0x4ad0df
encoding/json.(*encodeState).reflectValue(0xc000076000, {0x4bace0?, 0xc0000860b0?, 0x40ca65?}, {0x38?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:322 +0x73 fp=0xc000105e80 sp=0xc000105e28 pc=0x498bd3
encoding/json.(*encodeState).marshal(0x0?, {0x4bace0?, 0xc0000860b0?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:298 +0xbd fp=0xc000105ef8 sp=0xc000105e80 pc=0x49899d
encoding/json.Marshal({0x4bace0, 0xc0000860b0})
	/usr/local/go/src/encoding/json/encode.go:164 +0xbe fp=0xc000105fb8 sp=0xc000105ef8 pc=0x4983de
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(...)
	/srv/crashes/jsonm/main.go:14
main.main.gowrap1()
	/srv/crashes/jsonm/main.go:20 +0x2c fp=0xc000105fe0 sp=0xc000105fb8 pc=0x4ad86c
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000105fe8 sp=0xc000105fe0 pc=0x46cec1
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 gp=0xc0000061c0 m=nil [sleep]:
runtime.gopark(0xbf4ae98c996?, 0x43f300?, 0x80?, 0x42?, 0xc0000061c0?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc00008ced8 sp=0xc00008ceb8 pc=0x46610e
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:300 +0xf2 fp=0xc00008cf10 sp=0xc00008ced8 pc=0x469172
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134 fp=0xc00008cf50 sp=0xc00008cf10 pc=0x4ad774
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc00008cfe0 sp=0xc00008cf50 pc=0x4358ab
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00008cfe8 sp=0xc00008cfe0 pc=0x46cec1

goroutine 19 gp=0xc0000a2380 m=nil [runnable]:
runtime.mapassign_faststr(0x4bbca0?, 0xc000092420?, {0x4d1208, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:223 +0x3f5 fp=0xc00003cf98 sp=0xc00003cf90 pc=0x464ed5
main.main.func1()
	/srv/crashes/jsonm/main.go:23 +0x45 fp=0xc00003cfe0 sp=0xc00003cf98 pc=0x4ad7e5
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003cfe8 sp=0xc00003cfe0 pc=0x46cec1
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.24.4.1': `fatal error: concurrent map iteration and map write

goroutine 3 [running]:
internal/runtime/maps.fatal({0x4df3c7?, 0xc000044d30?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
internal/runtime/maps.(*Iter).Next(0xc00009dab0?)
	/usr/local/go/src/internal/runtime/maps/table.go:683 +0x86
reflect.mapIterStart(0x50?, 0x4c7b60?, 0xc00009dab0)
	/usr/local/go/src/reflect/map_swiss.go:191 +0x31
reflect.(*MapIter).Next(0xc00009da98)
	/usr/local/go/src/reflect/map_swiss.go:353 +0x6a
encoding/json.mapEncoder.encode({0xc00009dc98?}, 0xc000090000, {0x4c31c0?, 0xc000042048?, 0xc000090000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:768 +0x329
encoding/json.structEncoder.encode({{{0xc000092140, 0x1, 0x1}, 0xc00008e210, 0xc00008e240}}, 0xc000090000, {0x4c3a20?, 0xc000042048?, 0xc000042048?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:727 +0x30a
encoding/json.ptrEncoder.encode({0x7d7d323a2262222c?}, 0xc000090000, {0x4c03a0?, 0xc000042048?, 0x4c03a0?}, {0x49?, 0x86?})
	/usr/local/go/src/encoding/json/encode.go:899 +0x223
encoding/json.(*encodeState).reflectValue(0xc000090000, {0x4c03a0?, 0xc000042048?, 0x655de2a5655de2a5?}, {0xc0?, 0x47?})
	/usr/local/go/src/encoding/json/encode.go:333 +0x73
encoding/json.(*encodeState).marshal(0x0?, {0x4c03a0?, 0xc000042048?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:309 +0xb2
encoding/json.Marshal({0x4c03a0, 0xc000042048})
	/usr/local/go/src/encoding/json/encode.go:175 +0xbe
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(...)
	/srv/crashes/jsonm/main.go:14
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 [sleep]:
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:338 +0x165
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134

goroutine 4 [runnable]:
main.main.func1()
	/srv/crashes/jsonm/main.go:24 +0x6d
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.25.1.1': `fatal error: concurrent map iteration and map write

goroutine 6 [running]:
internal/runtime/maps.fatal({0x4e731f?, 0xc000042d40?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
internal/runtime/maps.(*Iter).Next(0xc000113ab0?)
	/usr/local/go/src/internal/runtime/maps/table.go:792 +0x86
reflect.mapIterStart(0x50?, 0x4ce8a0?, 0xc000113ab0)
	/usr/local/go/src/reflect/map_swiss.go:191 +0x31
reflect.(*MapIter).Next(0xc000113a98)
	/usr/local/go/src/reflect/map_swiss.go:353 +0x6a
encoding/json.mapEncoder.encode({0xc000104390?}, 0xc000106000, {0x4c9f40?, 0xc000040038?, 0xc000106000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:799 +0x329
encoding/json.structEncoder.encode({{{0xc000108140, 0x1, 0x1}, 0xc0001042d0, 0xc000104300}}, 0xc000106000, {0x4ca6c0?, 0xc000040038?, 0xc000040038?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:758 +0x30a
encoding/json.ptrEncoder.encode({0x7?}, 0xc000106000, {0x4c6d20?, 0xc000040038?, 0x4c6d20?}, {0xc0?, 0x35?})
	/usr/local/go/src/encoding/json/encode.go:930 +0x223
encoding/json.(*encodeState).reflectValue(0xc000106000, {0x4c6d20?, 0xc000040038?, 0xc000113ec0?}, {0xc0?, 0xc1?})
	/usr/local/go/src/encoding/json/encode.go:367 +0x73
encoding/json.(*encodeState).marshal(0x0?, {0x4c6d20?, 0xc000040038?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:343 +0xb2
encoding/json.Marshal({0x4c6d20, 0xc000040038})
	/usr/local/go/src/encoding/json/encode.go:209 +0xbe
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(...)
	/srv/crashes/jsonm/main.go:14
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5

goroutine 1 [sleep]:
time.Sleep(0x4a817c800)
	/usr/local/go/src/runtime/time.go:363 +0x165
main.main()
	/srv/crashes/jsonm/main.go:27 +0x134

goroutine 7 [runnable]:
main.main.func1()
	/srv/crashes/jsonm/main.go:24 +0x65
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:21 +0x125
`,
    '1.26.8.1': `fatal error: concurrent map iteration and map write

goroutine 6 [running]:
internal/runtime/maps.fatal({0x4f1b19?, 0x47a793?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Iter).Next(0x308968b58048?)
	/usr/local/go/src/internal/runtime/maps/table.go:819 +0x86
reflect.mapIterNext(0x4cb8a0?)
	/usr/local/go/src/reflect/map.go:196 +0x13
reflect.(*MapIter).Next(0x308968b13ab8)
	/usr/local/go/src/reflect/map.go:347 +0x3e
encoding/json.mapEncoder.encode({0x308968b04001?}, 0x308968b06000, {0x4d2f00?, 0x308968a6c058?, 0x308968b06000?}, {0x9?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:788 +0x325
encoding/json.structEncoder.encode({{{0x308968b08140, 0x1, 0x1}, 0x308968b042d0, 0x308968b04300}}, 0x308968b06000, {0x4d3680?, 0x308968a6c058?, 0x308968a6c058?}, {0x0, ...})
	/usr/local/go/src/encoding/json/encode.go:747 +0x3ea
encoding/json.ptrEncoder.encode({0x7?}, 0x308968b06000, {0x4cfb40?, 0x308968a6c058?, 0x4cfb40?}, {0x0?, 0x8a?})
	/usr/local/go/src/encoding/json/encode.go:919 +0x223
encoding/json.(*encodeState).reflectValue(0x308968b06000, {0x4cfb40?, 0x308968a6c058?, 0x308968b13ec0?}, {0x20?, 0x62?})
	/usr/local/go/src/encoding/json/encode.go:367 +0x73
encoding/json.(*encodeState).marshal(0x0?, {0x4cfb40?, 0x308968a6c058?}, {0x0?, 0x0?})
	/usr/local/go/src/encoding/json/encode.go:343 +0xb1
encoding/json.Marshal({0x4cfb40, 0x308968a6c058})
	/usr/local/go/src/encoding/json/encode.go:209 +0xbe
main.(*State).dump(...)
	/srv/crashes/jsonm/main.go:10
main.publish(...)
	/srv/crashes/jsonm/main.go:14
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xe5
`,
    '1.27.0.1': `fatal error: concurrent map iteration and map write

goroutine 6 [running]:
internal/runtime/maps.fatal({0x527d31?, 0x34538b124d40?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
internal/runtime/maps.(*Iter).Next(0x34538b197b78?)
	/usr/local/go/src/internal/runtime/maps/table.go:882 +0x85
reflect.mapIterStart(0x633458?, 0x34538b18c070?, 0x34538b197b78)
	/usr/local/go/src/reflect/map.go:227 +0x31
reflect.(*MapIter).Next(0x34538b197b60)
	/usr/local/go/src/reflect/map.go:385 +0x67
encoding/json/v2.makeMapArshaler.func2(0x34538b184000, {{0x6416a0?, 0x34538b0ea040?, 0x7ffa1d7e8a00?}, 0x30?}, 0x34538b1840c8)
	/usr/local/go/src/encoding/json/v2/arshal_default.go:886 +0x18f6
encoding/json/v2.makeStructArshaler.func2(0x34538b184000, {{0x64ebc8?, 0x34538b0ea040?, 0x0?}, 0xb8?}, 0x34538b1840c8)
	/usr/local/go/src/encoding/json/v2/arshal_default.go:1228 +0xb2a
encoding/json/v2.marshalEncode(0x34538b184000, {0x635c30?, 0x34538b0ea040?}, 0x34538b1840c8)
	/usr/local/go/src/encoding/json/v2/arshal.go:248 +0x1ef
encoding/json/v2.Marshal({0x635c30, 0x34538b0ea040}, {0x34538b1227a0?, 0x0?, 0x0?})
	/usr/local/go/src/encoding/json/v2/arshal.go:168 +0xc5
encoding/json.Marshal(...)
	/usr/local/go/src/encoding/json/v2_encode.go:186
main.(*State).dump(0x0?)
	/srv/crashes/jsonm/main.go:10 +0x45
main.publish(...)
	/srv/crashes/jsonm/main.go:14
created by main.main in goroutine 1
	/srv/crashes/jsonm/main.go:20 +0xf6
`,
  },
  rangem: {
    '1.19.13.1': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0xba
created by main.start
	/srv/crashes/rangem/main.go:9 +0x6b

goroutine 1 [semacquire]:
sync.runtime_Semacquire(0x459eaa?)
	/usr/local/go/src/runtime/sema.go:62 +0x25
sync.(*WaitGroup).Wait(0xc00008c000?)
	/usr/local/go/src/sync/waitgroup.go:139 +0x52
main.main()
	/srv/crashes/rangem/main.go:30 +0xa6

goroutine 18 [runnable]:
main.start.func2()
	/srv/crashes/rangem/main.go:21 +0x7e
created by main.start
	/srv/crashes/rangem/main.go:18 +0xaa
`,
    '1.21.13.1': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0xb8
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 [semacquire]:
sync.runtime_Semacquire(0x458b85?)
	/usr/local/go/src/runtime/sema.go:62 +0x25
sync.(*WaitGroup).Wait(0xc000084000?)
	/usr/local/go/src/sync/waitgroup.go:116 +0x48
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c

goroutine 18 [running]:
	goroutine running on other thread; stack unavailable
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.22.12.2': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0xa5
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 [semacquire]:
sync.runtime_Semacquire(0x45e3c5?)
	/usr/local/go/src/runtime/sema.go:62 +0x25
sync.(*WaitGroup).Wait(0xc000086000?)
	/usr/local/go/src/sync/waitgroup.go:116 +0x48
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c

goroutine 18 [runnable]:
main.start.func2()
	/srv/crashes/rangem/main.go:21 +0x73
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.23.5.1': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0x90
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 [semacquire]:
sync.runtime_Semacquire(0x4681c5?)
	/usr/local/go/src/runtime/sema.go:71 +0x25
sync.(*WaitGroup).Wait(0xc000084000?)
	/usr/local/go/src/sync/waitgroup.go:118 +0x48
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c

goroutine 18 [runnable]:
main.start.func2()
	/srv/crashes/rangem/main.go:22 +0x92
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.23.5.2': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0x90
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 [semacquire]:
sync.runtime_Semacquire(0x4681c5?)
	/usr/local/go/src/runtime/sema.go:71 +0x25
sync.(*WaitGroup).Wait(0xc000084000?)
	/usr/local/go/src/sync/waitgroup.go:118 +0x48
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c

goroutine 18 [runnable]:
main.start.func2()
	/srv/crashes/rangem/main.go:21 +0x6d
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.23.5.system': `fatal error: concurrent map iteration and map write

goroutine 20 gp=0xc0000808c0 m=2 mp=0xc000046708 [running]:
runtime.fatal({0x47f023?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc00003dea0 sp=0xc00003de70 pc=0x42e328
runtime.mapiternext(0xc00003df68)
	/usr/local/go/src/runtime/map.go:944 +0x3b fp=0xc00003df10 sp=0xc00003dea0 pc=0x45cf1b
runtime.mapiterinit(0x0?, 0xc00009a000, 0xc00003df68)
	/usr/local/go/src/runtime/map.go:920 +0x1e8 fp=0xc00003df30 sp=0xc00003df10 pc=0x45cea8
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0x90 fp=0xc00003dfe0 sp=0xc00003df30 pc=0x468390
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003dfe8 sp=0xc00003dfe0 pc=0x464741
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 gp=0xc0000061c0 m=nil [semacquire]:
runtime.gopark(0x7f4978eeb5b8?, 0xd0?, 0x0?, 0x80?, 0x10?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc000040650 sp=0xc000040630 pc=0x45e5ce
runtime.goparkunlock(...)
	/usr/local/go/src/runtime/proc.go:430
runtime.semacquire1(0x514188, 0x0, 0x1, 0x0, 0x12)
	/usr/local/go/src/runtime/sema.go:178 +0x225 fp=0xc0000406b8 sp=0xc000040650 pc=0x4428a5
sync.runtime_Semacquire(0x4681c5?)
	/usr/local/go/src/runtime/sema.go:71 +0x25 fp=0xc0000406f0 sp=0xc0000406b8 pc=0x45ede5
sync.(*WaitGroup).Wait(0xc00009a000?)
	/usr/local/go/src/sync/waitgroup.go:118 +0x48 fp=0xc000040718 sp=0xc0000406f0 pc=0x467f88
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c fp=0xc000040750 sp=0xc000040718 pc=0x4684dc
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x43184b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x464741

goroutine 21 gp=0xc000080a80 m=nil [runnable]:
runtime.mapassign_faststr(0x4704e0?, 0xc00009a000?, {0x47a6c8, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:223 +0x3f5 fp=0xc00003e780 sp=0xc00003e778 pc=0x45dc55
main.start.func2()
	/srv/crashes/rangem/main.go:21 +0x6d fp=0xc00003e7e0 sp=0xc00003e780 pc=0x46824d
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003e7e8 sp=0xc00003e7e0 pc=0x464741
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.24.4.1': `fatal error: concurrent map iteration and map write

goroutine 5 [running]:
internal/runtime/maps.fatal({0x481d2b?, 0x461e8f?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
internal/runtime/maps.(*Iter).Next(0xc000070000?)
	/usr/local/go/src/internal/runtime/maps/table.go:683 +0x86
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0xa5
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 [sync.WaitGroup.Wait]:
sync.runtime_SemacquireWaitGroup(0x46a8a5?)
	/usr/local/go/src/runtime/sema.go:110 +0x25
sync.(*WaitGroup).Wait(0xc000070000?)
	/usr/local/go/src/sync/waitgroup.go:118 +0x48
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c

goroutine 6 [runnable]:
internal/runtime/maps.typedmemclr(0x4708e0?, 0xc000072060?)
	/usr/local/go/src/runtime/mbarrier.go:385 +0x28
internal/runtime/maps.(*Map).deleteSmall(0xc000070000, 0x473640, 0xb0ca881c63f12f9a?, 0xc000040f90)
	/usr/local/go/src/internal/runtime/maps/map.go:712 +0x174
internal/runtime/maps.(*Map).Delete(0xc000070000, 0x473640, 0xc000040f90)
	/usr/local/go/src/internal/runtime/maps/map.go:658 +0xdf
main.start.func2()
	/srv/crashes/rangem/main.go:22 +0x92
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.25.1.1': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
internal/runtime/maps.fatal({0x48a808?, 0x468acf?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
internal/runtime/maps.(*Iter).Next(0xc000082000?)
	/usr/local/go/src/internal/runtime/maps/table.go:792 +0x86
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0xa5
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 [sync.WaitGroup.Wait]:
sync.runtime_SemacquireWaitGroup(0x4719e5?, 0x30?)
	/usr/local/go/src/runtime/sema.go:114 +0x2e
sync.(*WaitGroup).Wait(0x52c230)
	/usr/local/go/src/sync/waitgroup.go:206 +0x85
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c

goroutine 18 [runnable]:
internal/runtime/maps.(*Map).deleteSmall(0xc000082000, 0x47b240, 0x0?, 0xc000038f90)
	/usr/local/go/src/internal/runtime/maps/map.go:697 +0xc6
internal/runtime/maps.(*Map).Delete(0xc000082000, 0x47b240, 0xc000038f90)
	/usr/local/go/src/internal/runtime/maps/map.go:662 +0xf3
main.start.func2()
	/srv/crashes/rangem/main.go:22 +0x92
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.26.8.1': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
internal/runtime/maps.fatal({0x4979bd?, 0x9c12fc31540?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Iter).Next(0x9c12fc28768?)
	/usr/local/go/src/internal/runtime/maps/table.go:819 +0x86
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0x91
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65
`,
    '1.26.8.all': `fatal error: concurrent map iteration and map write

goroutine 2 [running]:
internal/runtime/maps.fatal({0x4979bd?, 0x1feb9ce9a540?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Iter).Next(0x1feb9ce6ef68?)
	/usr/local/go/src/internal/runtime/maps/table.go:819 +0x86
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0x91
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x65

goroutine 1 [sync.WaitGroup.Wait]:
sync.runtime_SemacquireWaitGroup(0x47c6a5?, 0x10?)
	/usr/local/go/src/runtime/sema.go:114 +0x2e
sync.(*WaitGroup).Wait(0x54a910)
	/usr/local/go/src/sync/waitgroup.go:206 +0x85
main.main()
	/srv/crashes/rangem/main.go:30 +0x9c

goroutine 3 [runnable]:
internal/runtime/maps.(*Map).deleteSmall(0x1feb9cf00000, 0x486c20, 0x0?, 0x1feb9ce6f790)
	/usr/local/go/src/internal/runtime/maps/map.go:701 +0xcc
internal/runtime/maps.(*Map).Delete(0x1feb9cf00000, 0x486c20, 0x1feb9ce6f790)
	/usr/local/go/src/internal/runtime/maps/map.go:666 +0xf3
main.start.func2()
	/srv/crashes/rangem/main.go:22 +0x92
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:18 +0xa5
`,
    '1.27.0.1': `fatal error: concurrent map iteration and map write

goroutine 17 [running]:
internal/runtime/maps.fatal({0x485670?, 0x3f56c2ff5540?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
internal/runtime/maps.(*Iter).Next(0x3f56c2fec768?)
	/usr/local/go/src/internal/runtime/maps/table.go:882 +0x85
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0x91
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x6e
`,
    '1.26.8.race': `==================
WARNING: DATA RACE
Write at 0x00c000094000 by goroutine 7:
  runtime.mapassign_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:263 +0x0
  main.start.func2()
      /srv/crashes/rangem/main.go:21 +0xa4

Previous read at 0x00c000094000 by goroutine 6:
  runtime.mapIterNext()
      /usr/local/go/src/runtime/map.go:168 +0x0
  main.start.func1()
      /srv/crashes/rangem/main.go:13 +0x128

Goroutine 7 (running) created at:
  main.start()
      /srv/crashes/rangem/main.go:18 +0x104
  main.main()
      /srv/crashes/rangem/main.go:29 +0xd0

Goroutine 6 (running) created at:
  main.start()
      /srv/crashes/rangem/main.go:9 +0x9e
  main.main()
      /srv/crashes/rangem/main.go:29 +0xd0
==================
==================
WARNING: DATA RACE
Write at 0x00c000094000 by goroutine 7:
  runtime.mapdelete_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:402 +0x0
  main.start.func2()
      /srv/crashes/rangem/main.go:22 +0xda

Previous read at 0x00c000094000 by goroutine 6:
  runtime.mapIterNext()
      /usr/local/go/src/runtime/map.go:168 +0x0
  main.start.func1()
      /srv/crashes/rangem/main.go:13 +0x128

Goroutine 7 (running) created at:
  main.start()
      /srv/crashes/rangem/main.go:18 +0x104
  main.main()
      /srv/crashes/rangem/main.go:29 +0xd0

Goroutine 6 (running) created at:
  main.start()
      /srv/crashes/rangem/main.go:9 +0x9e
  main.main()
      /srv/crashes/rangem/main.go:29 +0xd0
==================
fatal error: concurrent map iteration and map write

goroutine 18 [running]:
internal/runtime/maps.fatal({0x4d1a49?, 0xc000043d40?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Iter).Next(0xc000094000?)
	/usr/local/go/src/internal/runtime/maps/table.go:819 +0x86
main.start.func1()
	/srv/crashes/rangem/main.go:13 +0x129
created by main.start in goroutine 1
	/srv/crashes/rangem/main.go:9 +0x9f
`,
  },
  generic: {
    '1.19.13.1': `fatal error: concurrent map read and map write

goroutine 18 [running]:
main.(*Index[...]).Get(0x0?, {0x467179?, 0x0?})
	/srv/crashes/generic/main.go:6 +0x28
main.look(0x0?)
	/srv/crashes/generic/main.go:15 +0x34
created by main.main
	/srv/crashes/generic/main.go:22 +0xa6

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 17 [runnable]:
main.(*Index[...]).Set(0xc000082000?, {0x467179?, 0x1?}, 0xcf9d?)
	/srv/crashes/generic/main.go:5 +0x5d
main.fill(0x0?)
	/srv/crashes/generic/main.go:10 +0x3e
created by main.main
	/srv/crashes/generic/main.go:21 +0x75

goroutine 19 [runnable]:
main.(*Index[...]).Get(0xc000082000?, {0x467179?, 0x1?})
	/srv/crashes/generic/main.go:6 +0x4e
main.look(0x0?)
	/srv/crashes/generic/main.go:15 +0x34
created by main.main
	/srv/crashes/generic/main.go:23 +0xd3
`,
    '1.21.13.1': `fatal error: concurrent map read and map write

goroutine 18 [running]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(0xc000082000)
	/srv/crashes/generic/main.go:15 +0x31
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 17 [runnable]:
main.(*Index[...]).Set(...)
	/srv/crashes/generic/main.go:5
main.fill(0xc000082000)
	/srv/crashes/generic/main.go:10 +0x45
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 19 [runnable]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(0xc000082000)
	/srv/crashes/generic/main.go:15 +0x31
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3
`,
    '1.22.12.2': `fatal error: concurrent map read and map write

goroutine 21 [running]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 19 [runnable]:
main.(*Index[...]).Set(...)
	/srv/crashes/generic/main.go:5
main.fill(...)
	/srv/crashes/generic/main.go:10
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 20 [runnable]:
main.main.gowrap2()
	/srv/crashes/generic/main.go:22
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1695 +0x1
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6
`,
    '1.23.5.1': `fatal error: concurrent map read and map write

goroutine 18 [running]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 17 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 19 [runnable]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3
`,
    '1.23.5.2': `fatal error: concurrent map read and map write

goroutine 6 [running]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 5 [runnable]:
main.(*Index[...]).Set(...)
	/srv/crashes/generic/main.go:5
main.fill(...)
	/srv/crashes/generic/main.go:10
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 7 [runnable]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3
`,
    '1.23.5.system': `fatal error: concurrent map read and map write

goroutine 6 gp=0xc000007500 m=0 mp=0x4f3400 [running]:
runtime.fatal({0x47d7bc?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc000042f40 sp=0xc000042f10 pc=0x42de08
runtime.mapaccess1_faststr(0x46f500, 0xc000074000, {0x4797e8, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:22 +0x50 fp=0xc000042fa8 sp=0xc000042f40 pc=0x40cd50
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
main.main.gowrap2()
	/srv/crashes/generic/main.go:22 +0x3b fp=0xc000042fe0 sp=0xc000042fa8 pc=0x466e9b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000042fe8 sp=0xc000042fe0 pc=0x4639e1
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6

goroutine 1 gp=0xc0000061c0 m=nil [select (no cases)]:
runtime.gopark(0x43a9c0?, 0xc000014080?, 0xc0?, 0x61?, 0x466d93?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc0000406f8 sp=0xc0000406d8 pc=0x45d98e
runtime.block()
	/usr/local/go/src/runtime/select.go:103 +0x26 fp=0xc000040728 sp=0xc0000406f8 pc=0x4420a6
main.main()
	/srv/crashes/generic/main.go:24 +0xd8 fp=0xc000040750 sp=0xc000040728 pc=0x466d98
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x43132b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x4639e1

goroutine 5 gp=0xc000007340 m=nil [runnable]:
runtime.mapassign_faststr(0x46f500?, 0xc000074000?, {0x4797e8, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:223 +0x3f5 fp=0xc000042798 sp=0xc000042790 pc=0x45d075
main.(*Index[...]).Set(...)
	/srv/crashes/generic/main.go:5
main.fill(...)
	/srv/crashes/generic/main.go:10
main.main.gowrap1()
	/srv/crashes/generic/main.go:21 +0x4e fp=0xc0000427e0 sp=0xc000042798 pc=0x466f0e
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000427e8 sp=0xc0000427e0 pc=0x4639e1
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 7 gp=0xc0000076c0 m=nil [runnable]:
runtime.mapaccess1_faststr(0x46f500, 0xc000074000, {0x4797e8, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:13 +0x3a5 fp=0xc0000437a8 sp=0xc0000437a0 pc=0x40d0a5
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
main.main.gowrap3()
	/srv/crashes/generic/main.go:23 +0x3b fp=0xc0000437e0 sp=0xc0000437a8 pc=0x466e3b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000437e8 sp=0xc0000437e0 pc=0x4639e1
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3
`,
    '1.24.4.1': `fatal error: concurrent map read and map write

goroutine 3 [running]:
internal/runtime/maps.fatal({0x4805d1?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 2 [runnable]:
main.(*Index[...]).Set(...)
	/srv/crashes/generic/main.go:5
main.fill(...)
	/srv/crashes/generic/main.go:10
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 4 [runnable]:
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3
`,
    '1.25.1.1': `fatal error: concurrent map read and map write

goroutine 7 [running]:
internal/runtime/maps.fatal({0x487a37?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 5 [runnable]:
main.(*Index[...]).Set(...)
	/srv/crashes/generic/main.go:5
main.fill(...)
	/srv/crashes/generic/main.go:10
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 6 [runnable]:
main.main.gowrap2()
	/srv/crashes/generic/main.go:22
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1693 +0x1
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6
`,
    '1.26.8.1': `fatal error: concurrent map read and map write

goroutine 4 [running]:
internal/runtime/maps.fatal({0x4949b8?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3
`,
    '1.26.8.all': `fatal error: concurrent map read and map write

goroutine 19 [running]:
internal/runtime/maps.fatal({0x4949b8?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xd3

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/generic/main.go:24 +0xd8

goroutine 17 [runnable]:
main.(*Index[...]).Set(...)
	/srv/crashes/generic/main.go:5
main.fill(...)
	/srv/crashes/generic/main.go:10
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:21 +0x74

goroutine 18 [runnable]:
main.main.gowrap2()
	/srv/crashes/generic/main.go:22
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1771 +0x1
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:22 +0xa6
`,
    '1.27.0.1': `fatal error: concurrent map read and map write

goroutine 19 [running]:
internal/runtime/maps.fatal({0x482ac7?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
main.(*Index[...]).Get(...)
	/srv/crashes/generic/main.go:6
main.look(...)
	/srv/crashes/generic/main.go:15
created by main.main in goroutine 1
	/srv/crashes/generic/main.go:23 +0xf3
`,
  },
  helper: {
    '1.23.5.3': `fatal error: concurrent map writes

goroutine 20 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.sessions(...)
	/srv/crashes/helper/main.go:7
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 21 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 22 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.sessions(...)
	/srv/crashes/helper/main.go:7
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 23 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.21.13.2': `fatal error: concurrent map writes
fatal error: concurrent map writes

goroutine 19 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.sessions(0x0?)
	/srv/crashes/helper/main.go:7 +0x3e
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 17 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 18 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(0x0?)
	/srv/crashes/helper/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 20 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(0x0?)
	/srv/crashes/helper/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 17 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.sessions(0x0?)
	/srv/crashes/helper/main.go:7 +0x3e
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b
`,
    '1.22.12.3': `fatal error: concurrent map writes

goroutine 7 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.sessions(...)
	/srv/crashes/helper/main.go:7
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 5 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 6 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 8 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.19.13.1': `fatal error: concurrent map writes

goroutine 18 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(0x0?)
	/srv/crashes/helper/main.go:12 +0x3b
created by main.main
	/srv/crashes/helper/main.go:20 +0x35

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xd3

goroutine 17 [runnable]:
main.main.func1()
	/srv/crashes/helper/main.go:19
runtime.goexit()
	/usr/local/go/src/runtime/asm_amd64.s:1594 +0x1
created by main.main
	/srv/crashes/helper/main.go:19 +0x8e

goroutine 19 [runnable]:
main.main.func1()
	/srv/crashes/helper/main.go:19
runtime.goexit()
	/usr/local/go/src/runtime/asm_amd64.s:1594 +0x1
created by main.main
	/srv/crashes/helper/main.go:19 +0x8e

goroutine 20 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(0x0?)
	/srv/crashes/helper/main.go:12 +0x3b
created by main.main
	/srv/crashes/helper/main.go:20 +0x35
`,
    '1.21.13.1': `fatal error: concurrent map writes

goroutine 18 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(0x0?)
	/srv/crashes/helper/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 17 [runnable]:
main.main.func1()
	/srv/crashes/helper/main.go:19
runtime.goexit()
	/usr/local/go/src/runtime/asm_amd64.s:1650 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 19 [runnable]:
main.main.func1()
	/srv/crashes/helper/main.go:19
runtime.goexit()
	/usr/local/go/src/runtime/asm_amd64.s:1650 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 20 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(0x0?)
	/srv/crashes/helper/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.22.12.2': `fatal error: concurrent map writes

goroutine 18 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 17 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1695 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 19 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1695 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 20 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.23.5.1': `fatal error: concurrent map writes
fatal error: concurrent map writes

goroutine 8 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 5 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 6 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 7 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 6 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.23.5.2': `fatal error: concurrent map writes
fatal error: concurrent map writes

goroutine 20 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 17 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 18 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 19 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 18 [running]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.23.5.system': `fatal error: concurrent map writes

goroutine 21 gp=0xc000080700 m=3 mp=0xc000046e08 [running]:
runtime.fatal({0x47b7b4?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc00003e728 sp=0xc00003e6f8 pc=0x42de08
runtime.mapassign_faststr(0x46f4e0, 0xc00008c030, {0x4796c9, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:232 +0x4f fp=0xc00003e798 sp=0xc00003e728 pc=0x45cccf
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
main.main.gowrap2()
	/srv/crashes/helper/main.go:20 +0x48 fp=0xc00003e7e0 sp=0xc00003e798 pc=0x466e08
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003e7e8 sp=0xc00003e7e0 pc=0x4639e1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 gp=0xc0000061c0 m=nil [select (no cases)]:
runtime.gopark(0x43a9c0?, 0xc000082060?, 0xc0?, 0x61?, 0x466d17?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc0000406e8 sp=0xc0000406c8 pc=0x45d98e
runtime.block()
	/usr/local/go/src/runtime/select.go:103 +0x26 fp=0xc000040718 sp=0xc0000406e8 pc=0x4420a6
main.main()
	/srv/crashes/helper/main.go:22 +0xcb fp=0xc000040750 sp=0xc000040718 pc=0x466dab
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x43132b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x4639e1

goroutine 20 gp=0xc000080540 m=nil [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19 fp=0xc00003dfe0 sp=0xc00003dfd8 pc=0x466e40
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003dfe8 sp=0xc00003dfe0 pc=0x4639e1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 22 gp=0xc0000808c0 m=nil [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19 fp=0xc00003efe0 sp=0xc00003efd8 pc=0x466e40
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003efe8 sp=0xc00003efe0 pc=0x4639e1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 23 gp=0xc000080a80 m=nil [runnable]:
runtime.mapassign_faststr(0x46f4e0?, 0xc00008c030?, {0x4796c9, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:223 +0x3f5 fp=0xc00003f798 sp=0xc00003f790 pc=0x45d075
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
main.main.gowrap2()
	/srv/crashes/helper/main.go:20 +0x48 fp=0xc00003f7e0 sp=0xc00003f798 pc=0x466e08
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003f7e8 sp=0xc00003f7e0 pc=0x4639e1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.24.4.1': `fatal error: concurrent map writes

goroutine 20 [running]:
internal/runtime/maps.fatal({0x47e4ff?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 19 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 21 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 22 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.25.1.1': `fatal error: concurrent map writes

goroutine 6 [running]:
internal/runtime/maps.fatal({0x48588d?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 5 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1693 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 7 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1693 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 8 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.26.8.1': `fatal error: concurrent map writes

goroutine 18 [running]:
internal/runtime/maps.fatal({0x49257f?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.26.8.all': `fatal error: concurrent map writes

goroutine 6 [running]:
internal/runtime/maps.fatal({0x49257f?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/helper/main.go:22 +0xcb

goroutine 5 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1771 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 7 [runnable]:
main.main.gowrap1()
	/srv/crashes/helper/main.go:19
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1771 +0x1
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:19 +0x8b

goroutine 8 [runnable]:
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
    '1.27.0.1': `fatal error: concurrent map writes

goroutine 6 [running]:
internal/runtime/maps.fatal({0x4807f2?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
main.put(...)
	/srv/crashes/helper/main.go:3
main.metrics(...)
	/srv/crashes/helper/main.go:12
created by main.main in goroutine 1
	/srv/crashes/helper/main.go:20 +0x37
`,
  },
  reflectm: {
    '1.19.13.1': `fatal error: concurrent map writes

goroutine 6 [running]:
reflect.mapassign_faststr(0x4766c0, 0x4f65e0?, {0x48158f?, 0x4845fc?}, 0x19?)
	/usr/local/go/src/runtime/map.go:1359 +0x28
reflect.Value.SetMapIndex({0x4766c0?, 0xc0000780f0?, 0x0?}, {0x474480, 0x49cb28, 0x98}, {0x473e00, 0x4f65e0, 0x82})
	/usr/local/go/src/reflect/value.go:2302 +0x225
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0xe7
created by main.main
	/srv/crashes/reflectm/main.go:14 +0x7d

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x85

goroutine 5 [runnable]:
main.set(0xc0000387b8?)
	/srv/crashes/reflectm/main.go:8 +0x1c5
created by main.main
	/srv/crashes/reflectm/main.go:13 +0x50
`,
    '1.21.13.1': `fatal error: concurrent map writes
fatal error: concurrent map writes

goroutine 6 [running]:
reflect.mapassign_faststr0(0x4709c0, 0x46e020?, {0x47ce78?, 0x5?}, 0xc000038ed0?)
	/usr/local/go/src/runtime/map.go:1376 +0x25
reflect.mapassign_faststr(0x46e020?, 0xc000078f08?, {0x47ce78, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3837 +0xa9
reflect.Value.SetMapIndex({0x4709c0?, 0xc000070060?, 0x0?}, {0x46dea0, 0x497fc0, 0x98}, {0x46e020, 0xc000078f08, 0x82})
	/usr/local/go/src/reflect/value.go:2402 +0x225
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0xa7
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b

goroutine 5 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49

goroutine 5 [running]:
reflect.mapassign_faststr0(0x4709c0, 0x46e020?, {0x47ce78?, 0x5?}, 0xc0000386d0?)
	/usr/local/go/src/runtime/map.go:1376 +0x25
reflect.mapassign_faststr(0x46e020?, 0xc0000f5c28?, {0x47ce78, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3837 +0xa9
reflect.Value.SetMapIndex({0x4709c0?, 0xc000070060?, 0x0?}, {0x46dea0, 0x497fc0, 0x98}, {0x46e020, 0xc0000f5c28, 0x82})
	/usr/local/go/src/reflect/value.go:2402 +0x225
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0xa7
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49
`,
    '1.22.12.2': `fatal error: concurrent map writes

goroutine 6 [running]:
reflect.mapassign_faststr0(0x476380, 0x40c68c?, {0x4838f8?, 0xc000161ac8?}, 0xc000161ac8)
	/usr/local/go/src/runtime/map.go:1376 +0x25
reflect.mapassign_faststr(0x473820?, 0xc000161ac8?, {0x4838f8, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3886 +0xa9
reflect.Value.SetMapIndex({0x476380?, 0xc000070060?, 0x0?}, {0x4735e0, 0x4a12a0, 0x98}, {0x473820, 0xc000161ac8, 0x82})
	/usr/local/go/src/reflect/value.go:2467 +0x225
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0xa8
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b

goroutine 5 [runnable]:
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0x135
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49
`,
    '1.23.5.1': `fatal error: concurrent map writes

goroutine 18 [running]:
reflect.mapassign_faststr0(0x47d900, 0x0?, {0x48baa8?, 0xc000460000?}, 0xc000460000)
	/usr/local/go/src/runtime/map.go:1493 +0x25
reflect.mapassign_faststr(0x47ac00?, 0xc000460000?, {0x48baa8, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3898 +0xa9
reflect.Value.SetMapIndex({0x47d900?, 0xc000086060?, 0x0?}, {0x47a9c0, 0x4abbc8, 0x98}, {0x47ac00, 0xc000460000, 0x82})
	/usr/local/go/src/reflect/value.go:2455 +0x225
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0xa7
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b

goroutine 17 [runnable]:
main.set(0xc0000407b8?)
	/srv/crashes/reflectm/main.go:8 +0x133
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49
`,
    '1.23.5.2': `fatal error: concurrent map writes

goroutine 17 [running]:
reflect.mapassign_faststr0(0x47d900, 0x4136b6?, {0x48baa8?, 0xc00019a000?}, 0xc00019a000)
	/usr/local/go/src/runtime/map.go:1493 +0x25
reflect.mapassign_faststr(0x47ac00?, 0xc00019a000?, {0x48baa8, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3898 +0xa9
reflect.Value.SetMapIndex({0x47d900?, 0xc000086060?, 0x0?}, {0x47a9c0, 0x4abbc8, 0x98}, {0x47ac00, 0xc00019a000, 0x82})
	/usr/local/go/src/reflect/value.go:2455 +0x225
main.set(0xc0000407b8?)
	/srv/crashes/reflectm/main.go:8 +0xa7
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b

goroutine 18 [runnable]:
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0x133
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76
`,
    '1.23.5.system': `fatal error: concurrent map writes

goroutine 20 gp=0xc000080540 m=3 mp=0xc000046e08 [running]:
runtime.fatal({0x48dcf7?, 0x417faa?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc000090da8 sp=0xc000090d78 pc=0x42f2a8
runtime.mapassign_faststr(0x47d900, 0xc00008e060, {0x48baa8, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:232 +0x4f fp=0xc000090e18 sp=0xc000090da8 pc=0x45fc6f
reflect.mapassign_faststr0(0x47d900, 0x0?, {0x48baa8?, 0xc000114440?}, 0xc000114440)
	/usr/local/go/src/runtime/map.go:1493 +0x25 fp=0xc000090e48 sp=0xc000090e18 pc=0x45f185
reflect.mapassign_faststr(0x47ac00?, 0xc000114440?, {0x48baa8, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3898 +0xa9 fp=0xc000090e80 sp=0xc000090e48 pc=0x473129
reflect.Value.SetMapIndex({0x47d900?, 0xc00008e060?, 0x15?}, {0x47a9c0, 0x4abbc8, 0x98}, {0x47ac00, 0xc000114440, 0x82})
	/usr/local/go/src/reflect/value.go:2455 +0x225 fp=0xc000090f08 sp=0xc000090e80 pc=0x472865
main.set(0xc0000407b8?)
	/srv/crashes/reflectm/main.go:8 +0xa7 fp=0xc000090fc8 sp=0xc000090f08 pc=0x473b87
main.main.gowrap1()
	/srv/crashes/reflectm/main.go:13 +0x25 fp=0xc000090fe0 sp=0xc000090fc8 pc=0x473dc5
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000090fe8 sp=0xc000090fe0 pc=0x467061
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49

goroutine 1 gp=0xc0000061c0 m=nil [select (no cases)]:
runtime.gopark(0x43c220?, 0xc000082050?, 0xc0?, 0x61?, 0x473cf6?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc000094ef8 sp=0xc000094ed8 pc=0x460a8e
runtime.block()
	/usr/local/go/src/runtime/select.go:103 +0x26 fp=0xc000094f28 sp=0xc000094ef8 pc=0x443906
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b fp=0xc000094f50 sp=0xc000094f28 pc=0x473cfb
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc000094fe0 sp=0xc000094f50 pc=0x4327cb
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000094fe8 sp=0xc000094fe0 pc=0x467061

goroutine 21 gp=0xc000080700 m=nil [runnable]:
runtime.convT64(0x52bd4?)
	/usr/local/go/src/runtime/iface.go:400 +0x59 fp=0xc000487f08 sp=0xc000487f00 pc=0x45cff9
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0x133 fp=0xc000487fc8 sp=0xc000487f08 pc=0x473c13
main.main.gowrap2()
	/srv/crashes/reflectm/main.go:14 +0x25 fp=0xc000487fe0 sp=0xc000487fc8 pc=0x473d65
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000487fe8 sp=0xc000487fe0 pc=0x467061
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76
`,
    '1.24.4.1': `fatal error: concurrent map writes

goroutine 18 [running]:
internal/runtime/maps.fatal({0x492989?, 0x414331?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
reflect.mapassign_faststr0(0x481ee0, 0xc00003a6a0?, {0x4906c0?, 0xc0000b2000?}, 0xc0000b2000)
	/usr/local/go/src/runtime/map_swiss.go:269 +0x25
reflect.mapassign_faststr(0x47da20?, 0xc0000b2000?, {0x4906c0, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3612 +0xa9
reflect.Value.SetMapIndex({0x481ee0?, 0xc000084060?, 0x0?}, {0x47d7e0, 0x4b0e10, 0x98}, {0x47da20, 0xc0000b2000, 0x82})
	/usr/local/go/src/reflect/map_swiss.go:427 +0x225
main.set(0x0?)
	/srv/crashes/reflectm/main.go:8 +0x9f
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b

goroutine 17 [runnable]:
main.set(0xc00003e7b8?)
	/srv/crashes/reflectm/main.go:8 +0x131
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49
`,
    '1.25.1.1': `fatal error: concurrent map writes

goroutine 2 [running]:
internal/runtime/maps.fatal({0x499cf2?, 0x488800?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
reflect.mapassign_faststr0(0x488800, 0xc00003c6e0?, {0x4977d8?, 0xc0000f7e58?}, 0xc0000f7e58)
	/usr/local/go/src/runtime/map_swiss.go:264 +0x25
reflect.mapassign_faststr(0x483f60?, 0xc0000f7e58?, {0x4977d8, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3686 +0xa5
reflect.Value.SetMapIndex({0x488800?, 0xc000068060?, 0x0?}, {0x483d20, 0x4b9af0, 0x98}, {0x483f60, 0xc0000f7e58, 0x82})
	/usr/local/go/src/reflect/map_swiss.go:427 +0x225
main.set(0xc000068060)
	/srv/crashes/reflectm/main.go:8 +0xe8
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b

goroutine 3 [runnable]:
internal/runtime/maps.(*Map).putSlotSmallFastStr(0xc000068060, 0x488800, 0x30cf0ec3e9f0099d?, {0x4977d8, 0x1})
	/usr/local/go/src/internal/runtime/maps/runtime_faststr_swiss.go:220 +0x1f8
reflect.mapassign_faststr0(0x488800, 0xc00003cee0?, {0x4977d8?, 0xc00015dc00?}, 0xc00015dc00)
	/usr/local/go/src/runtime/map_swiss.go:264 +0x25
reflect.mapassign_faststr(0x483f60?, 0xc00015dc00?, {0x4977d8, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3686 +0xa5
reflect.Value.SetMapIndex({0x488800?, 0xc000068060?, 0x0?}, {0x483d20, 0x4b9af0, 0x98}, {0x483f60, 0xc00015dc00, 0x82})
	/usr/local/go/src/reflect/map_swiss.go:427 +0x225
main.set(0xc000068060)
	/srv/crashes/reflectm/main.go:8 +0xe8
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76
`,
    '1.26.8.1': `fatal error: concurrent map writes

goroutine 5 [running]:
internal/runtime/maps.fatal({0x4a6eb4?, 0x494640?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
reflect.mapassign_faststr0(0x494640, 0x3d395f20c6f0?, {0x4a4790?, 0x3d395f29cfb8?}, 0x3d395f29cfb8)
	/usr/local/go/src/runtime/map.go:260 +0x25
reflect.mapassign_faststr(0x48f880?, 0x3d395f29cfb8?, {0x4a4790, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3755 +0xa5
reflect.Value.SetMapIndex({0x494640?, 0x3d395f23e060?, 0x101000000000000?}, {0x48f640, 0x4ad028, 0x98}, {0x48f880, 0x3d395f29cfb8, 0x82})
	/usr/local/go/src/reflect/map.go:416 +0x205
main.set(0x3d395f23e060)
	/srv/crashes/reflectm/main.go:8 +0xbd
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49
`,
    '1.26.8.all': `fatal error: concurrent map writes

goroutine 2 [running]:
internal/runtime/maps.fatal({0x4a6eb4?, 0x7f651cc60dc8?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
reflect.mapassign_faststr0(0x494640, 0x2758628a06f0?, {0x4a4790?, 0x27586292e000?}, 0x27586292e000)
	/usr/local/go/src/runtime/map.go:260 +0x25
reflect.mapassign_faststr(0x48f880?, 0x27586292e000?, {0x4a4790, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3755 +0xa5
reflect.Value.SetMapIndex({0x494640?, 0x2758628ca060?, 0x101000000000000?}, {0x48f640, 0x4ad028, 0x98}, {0x48f880, 0x27586292e000, 0x82})
	/usr/local/go/src/reflect/map.go:416 +0x205
main.set(0x2758628ca060)
	/srv/crashes/reflectm/main.go:8 +0xbd
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x49

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/reflectm/main.go:15 +0x7b

goroutine 3 [runnable]:
main.set(0x2758628ca060)
	/srv/crashes/reflectm/main.go:8 +0x51
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:14 +0x76
`,
    '1.27.0.1': `fatal error: concurrent map writes

goroutine 17 [running]:
internal/runtime/maps.fatal({0x48b79c?, 0x5320e0?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
reflect.mapassign_faststr0(0x5320e0, 0x106fb9b8a6f0?, {0x489000?, 0x106fb9cb14a8?}, 0x106fb9cb14a8)
	/usr/local/go/src/runtime/map.go:260 +0x25
reflect.mapassign_faststr(0x537fa0?, 0x106fb9cb14a8?, {0x489000, 0x1}, 0x19?)
	/usr/local/go/src/reflect/value.go:3798 +0xa5
reflect.Value.SetMapIndex({0x5320e0?, 0x106fb9c04060?, 0x0?}, {0x537d60, 0x491550, 0x98}, {0x537fa0, 0x106fb9cb14a8, 0x82})
	/usr/local/go/src/reflect/map.go:459 +0x205
main.set(0x106fb9c04060)
	/srv/crashes/reflectm/main.go:8 +0xb0
created by main.main in goroutine 1
	/srv/crashes/reflectm/main.go:13 +0x53
`,
  },
  httph: {
    '1.26.8.1': `fatal error: concurrent map writes

goroutine 141 [running]:
internal/runtime/maps.fatal({0x75b8f1?, 0x420e14?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
net/textproto.MIMEHeader.Set(...)
	/usr/local/go/src/net/textproto/header.go:22
net/http.Header.Set(...)
	/usr/local/go/src/net/http/header.go:40
main.tag(...)
	/srv/crashes/httph/main.go:12
main.handler({0x77b6a8, 0xe3ecb7964b0}, 0xe3ecb79c500)
	/srv/crashes/httph/main.go:16 +0xe6
net/http.HandlerFunc.ServeHTTP(0x4804f9?, {0x77b6a8?, 0xe3ecb7964b0?}, 0xe3ecb665b30?)
	/usr/local/go/src/net/http/server.go:2286 +0x29
net/http.serverHandler.ServeHTTP({0xe3ecb551840?}, {0x77b6a8?, 0xe3ecb7964b0?}, 0x1?)
	/usr/local/go/src/net/http/server.go:3311 +0x8e
net/http.(*conn).serve(0xe3ecb735320, {0x77bcd8, 0xe3ecb59bb90})
	/usr/local/go/src/net/http/server.go:2067 +0x690
created by net/http.(*Server).Serve in goroutine 5
	/usr/local/go/src/net/http/server.go:3464 +0x485
`,
    '1.27.0.1': `fatal error: concurrent map writes

goroutine 92 [running]:
internal/runtime/maps.fatal({0x6d312d?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
net/textproto.MIMEHeader.Set(...)
	/usr/local/go/src/net/textproto/header.go:22
net/http.Header.Set(...)
	/usr/local/go/src/net/http/header.go:40
main.tag(...)
	/srv/crashes/httph/main.go:12
main.handler({0x9d86b0, 0x3949f3325b30}, 0x3949f33d6640)
	/srv/crashes/httph/main.go:16 +0xf2
net/http.HandlerFunc.ServeHTTP(0x482bd9?, {0x9d86b0?, 0x3949f3325b30?}, 0x3949f343daf0?)
	/usr/local/go/src/net/http/server.go:2338 +0x29
net/http.serverHandler.ServeHTTP({0x3949f32863c0?}, {0x9d86b0?, 0x3949f3325b30?}, 0x1?)
	/usr/local/go/src/net/http/server.go:3413 +0x8e
net/http.(*conn).serve(0x3949f32f07e0, {0x9d8a20, 0x3949f3267cb0})
	/usr/local/go/src/net/http/server.go:2137 +0x6dc
created by net/http.(*Server).Serve in goroutine 5
	/usr/local/go/src/net/http/server.go:3581 +0x4fd
`,
  },
  cleard: {
    '1.19.13.1': `fatal error: concurrent map writes

goroutine 5 [running]:
main.(*Reg).loop(0xc000012010)
	/srv/crashes/cleard/main.go:9 +0x55
created by main.main
	/srv/crashes/cleard/main.go:15 +0x72

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/cleard/main.go:17 +0x85

goroutine 6 [runnable]:
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(0xc000012010)
	/srv/crashes/cleard/main.go:8 +0x35
created by main.main
	/srv/crashes/cleard/main.go:16 +0x7c
`,
    '1.22.12.2': `fatal error: concurrent map writes

goroutine 5 [running]:
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/cleard/main.go:17 +0x7a

goroutine 6 [runnable]:
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75
`,
    '1.23.5.1': `fatal error: concurrent map writes

goroutine 5 [running]:
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/cleard/main.go:17 +0x7a

goroutine 6 [runnable]:
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75
`,
    '1.23.5.2': `fatal error: concurrent map writes
fatal error: concurrent map writes

goroutine 17 [running]:
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/cleard/main.go:17 +0x7a

goroutine 18 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75

goroutine 18 [running]:
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75
`,
    '1.23.5.system': `fatal error: concurrent map writes

goroutine 17 gp=0xc000088000 m=3 mp=0xc000046e08 [running]:
runtime.fatal({0x47b6d3?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc00003c738 sp=0xc00003c708 pc=0x42e148
runtime.mapassign_faststr(0x46f420, 0xc000084000, {0x4795e8, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:232 +0x4f fp=0xc00003c7a8 sp=0xc00003c738 pc=0x45d00f
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
main.(*Reg).loop-fm()
	<autogenerated>:1 +0x5c fp=0xc00003c7e0 sp=0xc00003c7a8 pc=0x46703c
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003c7e8 sp=0xc00003c7e0 pc=0x463d21
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x6b

goroutine 1 gp=0xc0000061c0 m=nil [select (no cases)]:
runtime.gopark(0x43ad00?, 0xc000086000?, 0xc0?, 0x61?, 0x466f95?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc0000406f0 sp=0xc0000406d0 pc=0x45dcce
runtime.block()
	/usr/local/go/src/runtime/select.go:103 +0x26 fp=0xc000040720 sp=0xc0000406f0 pc=0x4423e6
main.main()
	/srv/crashes/cleard/main.go:17 +0x7a fp=0xc000040750 sp=0xc000040720 pc=0x466f9a
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x43166b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x463d21

goroutine 18 gp=0xc0000881c0 m=nil [runnable]:
runtime.mapdelete_faststr(0x46f420, 0xc000084000, {0x4795e8, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:321 +0x319 fp=0xc00003cfa8 sp=0xc00003cfa0 pc=0x40d3d9
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
main.(*Reg).loop-fm()
	<autogenerated>:1 +0x3c fp=0xc00003cfe0 sp=0xc00003cfa8 pc=0x46701c
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003cfe8 sp=0xc00003cfe0 pc=0x463d21
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75
`,
    '1.24.4.1': `fatal error: concurrent map writes

goroutine 6 [running]:
internal/runtime/maps.fatal({0x47e37e?, 0x4725c0?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/cleard/main.go:17 +0x7a

goroutine 5 [runnable]:
internal/runtime/maps.(*Map).deleteSmall(0xc000070000, 0x4725c0, 0x0?, 0xc0000407b8)
	/usr/local/go/src/internal/runtime/maps/map.go:691 +0xc6
internal/runtime/maps.(*Map).Delete(0xc000070000, 0x4725c0, 0xc0000407b8)
	/usr/local/go/src/internal/runtime/maps/map.go:658 +0xdf
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x6b
`,
    '1.25.1.1': `fatal error: concurrent map writes

goroutine 5 [running]:
internal/runtime/maps.fatal({0x4866ec?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
internal/runtime/maps.(*Map).Delete(0xc00006e000, 0x479ee0, 0xc00003e7b8)
	/usr/local/go/src/internal/runtime/maps/map.go:652 +0x4c
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/cleard/main.go:17 +0x7a

goroutine 6 [runnable]:
internal/runtime/maps.typedmemclr(0x476b40?, 0xc000072008?)
	/usr/local/go/src/runtime/mbarrier.go:385 +0x28
internal/runtime/maps.(*Map).deleteSmall(0xc00006e000, 0x479ee0, 0x0?, 0xc00003efb8)
	/usr/local/go/src/internal/runtime/maps/map.go:705 +0x125
internal/runtime/maps.(*Map).Delete(0xc00006e000, 0x479ee0, 0xc00003efb8)
	/usr/local/go/src/internal/runtime/maps/map.go:662 +0xf3
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75
`,
    '1.26.8.1': `fatal error: concurrent map writes

goroutine 18 [running]:
internal/runtime/maps.fatal({0x4933de?, 0x4858c0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75
`,
    '1.26.8.all': `fatal error: concurrent map writes

goroutine 5 [running]:
internal/runtime/maps.fatal({0x4933de?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x6b

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/cleard/main.go:17 +0x7a

goroutine 6 [running]:
	goroutine running on other thread; stack unavailable
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0x75
`,
    '1.27.0.1': `fatal error: concurrent map writes

goroutine 5 [running]:
internal/runtime/maps.fatal({0x4817f1?, 0x2ef31dbb66de?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
internal/runtime/maps.(*Map).Delete(0x2ef31dbf0000, 0x5181a8, 0x2ef31dbb67b8)
	/usr/local/go/src/internal/runtime/maps/map.go:677 +0x4c
main.(*Reg).Drop(...)
	/srv/crashes/cleard/main.go:5
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:8
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:15 +0x7f
`,
    '1.26.8.race': `==================
WARNING: DATA RACE
Write at 0x00c000096000 by goroutine 7:
  runtime.mapdelete_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:402 +0x0
  main.(*Reg).Drop()
      /srv/crashes/cleard/main.go:5 +0x51
  main.(*Reg).loop()
      /srv/crashes/cleard/main.go:8 +0x2c
  main.(*Reg).loop-fm()
      <autogenerated>:1 +0x12

Previous write at 0x00c000096000 by goroutine 6:
  runtime.mapassign_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:263 +0x0
  main.(*Reg).loop()
      /srv/crashes/cleard/main.go:9 +0x7b
  main.(*Reg).loop-fm()
      <autogenerated>:1 +0x12

Goroutine 7 (running) created at:
  main.main()
      /srv/crashes/cleard/main.go:16 +0xb2

Goroutine 6 (running) created at:
  main.main()
      /srv/crashes/cleard/main.go:15 +0xa8
==================
==================
WARNING: DATA RACE
Write at 0x00c000096000 by goroutine 7:
  runtime.mapassign_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:263 +0x0
  main.(*Reg).loop()
      /srv/crashes/cleard/main.go:9 +0x7b
  main.(*Reg).loop-fm()
      <autogenerated>:1 +0x12

Previous write at 0x00c000096000 by goroutine 6:
  runtime.mapassign_faststr()
      /usr/local/go/src/internal/runtime/maps/runtime_faststr.go:263 +0x0
  main.(*Reg).loop()
      /srv/crashes/cleard/main.go:9 +0x7b
  main.(*Reg).loop-fm()
      <autogenerated>:1 +0x12

Goroutine 7 (running) created at:
  main.main()
      /srv/crashes/cleard/main.go:16 +0xb2

Goroutine 6 (running) created at:
  main.main()
      /srv/crashes/cleard/main.go:15 +0xa8
==================
fatal error: concurrent map writes

goroutine 19 [running]:
internal/runtime/maps.fatal({0x4cc3ff?, 0xc00004df30?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Reg).loop(...)
	/srv/crashes/cleard/main.go:9
created by main.main in goroutine 1
	/srv/crashes/cleard/main.go:16 +0xb3
`,
  },
  deferf: {
    '1.19.13.1': `fatal error: concurrent map writes

goroutine 5 [running]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x59
panic({0x45d580, 0x47cf20})
	/usr/local/go/src/runtime/panic.go:884 +0x212
main.job()
	/srv/crashes/deferf/main.go:12 +0x49
created by main.main
	/srv/crashes/deferf/main.go:15 +0x25

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x36

goroutine 6 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x59
panic({0x45d580, 0x47cf20})
	/usr/local/go/src/runtime/panic.go:884 +0x212
main.job()
	/srv/crashes/deferf/main.go:12 +0x49
created by main.main
	/srv/crashes/deferf/main.go:16 +0x31
`,
    '1.21.13.1': `fatal error: concurrent map writes

goroutine 17 [running]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x45d5a0?, 0x47f568?})
	/usr/local/go/src/runtime/panic.go:914 +0x21f
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b

goroutine 18 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x45d5a0?, 0x47f568?})
	/usr/local/go/src/runtime/panic.go:914 +0x21f
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26
`,
    '1.22.12.2': `fatal error: concurrent map writes

goroutine 5 [running]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x462cc0?, 0x488848?})
	/usr/local/go/src/runtime/panic.go:770 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b

goroutine 6 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x462cc0?, 0x488848?})
	/usr/local/go/src/runtime/panic.go:770 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26
`,
    '1.23.5.1': `fatal error: concurrent map writes

goroutine 17 [running]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x46d260?, 0x496e18?})
	/usr/local/go/src/runtime/panic.go:785 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b

goroutine 18 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x46d260?, 0x496e18?})
	/usr/local/go/src/runtime/panic.go:785 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26
`,
    '1.23.5.2': `fatal error: concurrent map writes

goroutine 5 [running]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x46d260?, 0x496e18?})
	/usr/local/go/src/runtime/panic.go:785 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b

goroutine 6 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x46d260?, 0x496e18?})
	/usr/local/go/src/runtime/panic.go:785 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26
`,
    '1.23.5.system': `fatal error: concurrent map writes

goroutine 17 gp=0xc000084000 m=2 mp=0xc000046708 [running]:
runtime.fatal({0x47b716?, 0xc00003c6d0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc00003c688 sp=0xc00003c658 pc=0x42e328
runtime.mapassign_fast64(0x46f4c0, 0xc000082000, 0x0)
	/usr/local/go/src/runtime/map_fast64.go:122 +0x4d fp=0xc00003c6c8 sp=0xc00003c688 pc=0x45d1ed
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f fp=0xc00003c700 sp=0xc00003c6c8 pc=0x4674ff
panic({0x46d260?, 0x496e18?})
	/usr/local/go/src/runtime/panic.go:785 +0x132 fp=0xc00003c7b0 sp=0xc00003c700 pc=0x45de72
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e fp=0xc00003c7e0 sp=0xc00003c7b0 pc=0x46755e
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003c7e8 sp=0xc00003c7e0 pc=0x464261
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a

goroutine 1 gp=0xc0000061c0 m=nil [select (no cases)]:
runtime.gopark(0x43aee0?, 0x480008?, 0xc0?, 0x61?, 0x4675a6?)
	/usr/local/go/src/runtime/proc.go:424 +0xce fp=0xc000040708 sp=0xc0000406e8 pc=0x45e1ce
runtime.block()
	/usr/local/go/src/runtime/select.go:103 +0x26 fp=0xc000040738 sp=0xc000040708 pc=0x4425c6
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b fp=0xc000040750 sp=0xc000040738 pc=0x4675ab
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x43184b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x464261

goroutine 18 gp=0xc0000841c0 m=nil [runnable]:
runtime.mapassign_fast64(0x46f4c0?, 0xc000082000?, 0x4)
	/usr/local/go/src/runtime/map_fast64.go:113 +0x2fe fp=0xc00003cec8 sp=0xc00003cec0 pc=0x45d49e
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f fp=0xc00003cf00 sp=0xc00003cec8 pc=0x4674ff
panic({0x46d260?, 0x496e18?})
	/usr/local/go/src/runtime/panic.go:785 +0x132 fp=0xc00003cfb0 sp=0xc00003cf00 pc=0x45de72
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e fp=0xc00003cfe0 sp=0xc00003cfb0 pc=0x46755e
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc00003cfe8 sp=0xc00003cfe0 pc=0x464261
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26
`,
    '1.24.4.1': `fatal error: concurrent map writes

goroutine 17 [running]:
internal/runtime/maps.fatal({0x47e461?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x46f680?, 0x499f58?})
	/usr/local/go/src/runtime/panic.go:792 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b

goroutine 18 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x5f
panic({0x46f680?, 0x499f58?})
	/usr/local/go/src/runtime/panic.go:792 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26
`,
    '1.25.1.1': `fatal error: concurrent map writes

goroutine 6 [running]:
internal/runtime/maps.fatal({0x4867cf?, 0x479f40?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
main.clean()
	/srv/crashes/deferf/main.go:7 +0x56
panic({0x476bc0?, 0x4a3d18?})
	/usr/local/go/src/runtime/panic.go:783 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b

goroutine 5 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x56
panic({0x476bc0?, 0x4a3d18?})
	/usr/local/go/src/runtime/panic.go:783 +0x132
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a
`,
    '1.26.8.1': `panic: boom
	fatal error: concurrent map writes

goroutine 5 [running]:
internal/runtime/maps.fatal({0x4924c1?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.clean()
	/srv/crashes/deferf/main.go:7 +0x59
panic({0x4812a0?, 0x497fb0?})
	/usr/local/go/src/runtime/panic.go:860 +0x13a
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a
`,
    '1.26.8.all': `panic: boom
	fatal error: concurrent map writes

goroutine 2 [running]:
internal/runtime/maps.fatal({0x4924c1?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.clean()
	/srv/crashes/deferf/main.go:7 +0x59
panic({0x4812a0?, 0x497fb0?})
	/usr/local/go/src/runtime/panic.go:860 +0x13a
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deferf/main.go:17 +0x2b

goroutine 3 [runnable]:
main.clean()
	/srv/crashes/deferf/main.go:7 +0x59
panic({0x4812a0?, 0x497fb0?})
	/usr/local/go/src/runtime/panic.go:860 +0x13a
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:16 +0x26
`,
    '1.27.0.1': `panic: boom
	fatal error: concurrent map writes

goroutine 17 [running]:
internal/runtime/maps.fatal({0x4807f4?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
main.clean()
	/srv/crashes/deferf/main.go:7 +0x56
panic({0x51acc0?, 0x485f38?})
	/usr/local/go/src/runtime/panic.go:859 +0x125
main.job()
	/srv/crashes/deferf/main.go:12 +0x3e
created by main.main in goroutine 1
	/srv/crashes/deferf/main.go:15 +0x1a
`,
  },
  clone: {
    '1.21.13.1': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
maps.clone({0x45f360, 0xc000082000})
	/usr/local/go/src/runtime/map.go:1454 +0x25
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:46
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f

goroutine 17 [runnable]:
main.w()
	/srv/crashes/clone/main.go:10 +0x5f
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.22.12.2': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
maps.clone({0x465d00, 0xc000082000})
	/usr/local/go/src/runtime/map.go:1453 +0x25
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:46
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f

goroutine 17 [runnable]:
main.w()
	/srv/crashes/clone/main.go:10 +0x5f
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.23.5.1': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
maps.clone({0x4704c0, 0xc000084000})
	/usr/local/go/src/runtime/map.go:1618 +0x25
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f

goroutine 17 [runnable]:
main.w()
	/srv/crashes/clone/main.go:10 +0x5f
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.23.5.2': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
maps.clone({0x4704c0, 0xc00009c000})
	/usr/local/go/src/runtime/map.go:1618 +0x25
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f

goroutine 20 [runnable]:
main.w()
	/srv/crashes/clone/main.go:10 +0x5f
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.23.5.system': `fatal error: concurrent map clone and map write

goroutine 1 gp=0xc0000061c0 m=0 mp=0x4f5440 [running]:
runtime.fatal({0x47e8d6?, 0x474dc0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc000040650 sp=0xc000040620 pc=0x42ebe8
runtime.mapclone2(0x4704c0, 0xc00006e000)
	/usr/local/go/src/runtime/map.go:1695 +0xa5 fp=0xc0000406f0 sp=0xc000040650 pc=0x40cb65
maps.clone({0x4704c0, 0xc00006e000})
	/usr/local/go/src/runtime/map.go:1618 +0x25 fp=0xc000040710 sp=0xc0000406f0 pc=0x45d5a5
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a fp=0xc000040738 sp=0xc000040710 pc=0x46822a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f fp=0xc000040750 sp=0xc000040738 pc=0x4682ff
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc0000407e0 sp=0xc000040750 pc=0x43210b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc0000407e8 sp=0xc0000407e0 pc=0x464b41

goroutine 2 gp=0xc000006e00 m=nil [runnable]:
runtime.evacuate_fast64(0x4704c0, 0xc00006e000, 0xd?)
	/usr/local/go/src/runtime/map_fast64.go:407 +0x41a fp=0xc000040f40 sp=0xc000040f38 pc=0x40daba
runtime.growWork_fast64(0x4704c0, 0xc00006e000, 0xc0000962d0?)
	/usr/local/go/src/runtime/map_fast64.go:403 +0x5f fp=0xc000040f68 sp=0xc000040f40 pc=0x40d65f
runtime.mapassign_fast64(0x4704c0, 0xc00006e000, 0x70)
	/usr/local/go/src/runtime/map_fast64.go:136 +0x117 fp=0xc000040fa8 sp=0xc000040f68 pc=0x45db97
main.w()
	/srv/crashes/clone/main.go:10 +0x5f fp=0xc000040fe0 sp=0xc000040fa8 pc=0x4682bf
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000040fe8 sp=0xc000040fe0 pc=0x464b41
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.24.4.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x481c27?, 0x4fc408?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
internal/runtime/maps.(*Iter).Next(0xc00008ae80?)
	/usr/local/go/src/internal/runtime/maps/table.go:683 +0x86
maps.clone({0x473620, 0xc000084000})
	/usr/local/go/src/runtime/map_swiss.go:333 +0x25
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f

goroutine 17 [runnable]:
main.w()
	/srv/crashes/clone/main.go:10 +0x5f
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.25.1.1': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x488a96?, 0x479f40?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
internal/runtime/maps.(*Map).Clone(0xc000084000, 0x479f40)
	/usr/local/go/src/internal/runtime/maps/map.go:783 +0x33
maps.clone({0x479f40, 0xc000084000})
	/usr/local/go/src/runtime/map_swiss.go:330 +0x28
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f

goroutine 17 [runnable]:
main.w()
	/srv/crashes/clone/main.go:10 +0x56
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.26.8.1': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x495abe?, 0x485920?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Map).Clone(0x11172119e000, 0x485920)
	/usr/local/go/src/internal/runtime/maps/map.go:787 +0x33
maps.clone({0x485920, 0x11172119e000})
	/usr/local/go/src/runtime/map.go:326 +0x28
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f
`,
    '1.26.8.all': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x495abe?, 0x485920?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Map).Clone(0x346e87704000, 0x485920)
	/usr/local/go/src/internal/runtime/maps/map.go:787 +0x33
maps.clone({0x485920, 0x346e87704000})
	/usr/local/go/src/runtime/map.go:326 +0x28
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f

goroutine 17 [runnable]:
main.w()
	/srv/crashes/clone/main.go:10 +0x59
created by main.main in goroutine 1
	/srv/crashes/clone/main.go:14 +0x1a
`,
    '1.27.0.1': `fatal error: concurrent map clone and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x483dad?, 0x232a8963e000?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
internal/runtime/maps.(*Map).Clone(0x232a89484000, 0x517ea0)
	/usr/local/go/src/internal/runtime/maps/map.go:808 +0x33
maps.clone({0x517ea0, 0x232a89484000})
	/usr/local/go/src/runtime/map.go:326 +0x28
maps.Clone[...](...)
	/usr/local/go/src/maps/maps.go:55
main.snapshot()
	/srv/crashes/clone/main.go:7 +0x2a
main.main()
	/srv/crashes/clone/main.go:16 +0x1f
`,
  },
  fmtm: {
    '1.19.13.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
reflect.mapiternext(0x47296f?)
	/usr/local/go/src/runtime/map.go:1380 +0x19
reflect.(*MapIter).Next(0xc000086b50?)
	/usr/local/go/src/reflect/value.go:1846 +0x7e
internal/fmtsort.Sort({0x48a8c0?, 0xc00008c150?, 0xc000100fe0?})
	/usr/local/go/src/internal/fmtsort/sort.go:62 +0x1f3
fmt.(*pp).printValue(0xc000092340, {0x48a8c0?, 0xc00008c150?, 0x7f?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:800 +0xa0b
fmt.(*pp).printArg(0xc000092340, {0x48a8c0?, 0xc00008c150}, 0x76)
	/usr/local/go/src/fmt/print.go:743 +0x756
fmt.(*pp).doPrint(0xc000092340, {0xc000086f60?, 0x1, 0x43c960?})
	/usr/local/go/src/fmt/print.go:1188 +0x1a9
fmt.Sprint({0xc000086f60, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:259 +0x45
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x11d

goroutine 18 [runnable]:
main.main.func1()
	/srv/crashes/fmtm/main.go:14 +0x45
created by main.main
	/srv/crashes/fmtm/main.go:11 +0xef
`,
    '1.21.13.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
reflect.mapiterinit(0x4461a9?, 0x48?, 0x491b20?)
	/usr/local/go/src/runtime/map.go:1392 +0x13
reflect.(*MapIter).Next(0x483c00?)
	/usr/local/go/src/reflect/value.go:1935 +0x57
internal/fmtsort.Sort({0x483c00?, 0xc000070090?, 0xc0001abac0?})
	/usr/local/go/src/internal/fmtsort/sort.go:62 +0x1d3
fmt.(*pp).printValue(0xc0000741a0, {0x483c00?, 0xc000070090?, 0xc0000741a0?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:816 +0x988
fmt.(*pp).printArg(0xc0000741a0, {0x483c00?, 0xc000070090}, 0x76)
	/usr/local/go/src/fmt/print.go:759 +0x6a5
fmt.(*pp).doPrint(0xc0000741a0, {0xc000084f20?, 0x1, 0x43bb40?})
	/usr/local/go/src/fmt/print.go:1211 +0x45
fmt.Sprint({0xc000084f20, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x10a

goroutine 6 [runnable]:
main.conf.add(...)
	/srv/crashes/fmtm/main.go:8
main.main.func1()
	/srv/crashes/fmtm/main.go:13 +0x65
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.22.12.2': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
reflect.mapiterinit(0x44a3a9?, 0x48?, 0x497de0?)
	/usr/local/go/src/runtime/map.go:1392 +0x13
reflect.(*MapIter).Next(0x489560?)
	/usr/local/go/src/reflect/value.go:2000 +0x57
internal/fmtsort.Sort({0x489560?, 0xc00008e090?, 0xc000088d90?})
	/usr/local/go/src/internal/fmtsort/sort.go:62 +0x1d3
fmt.(*pp).printValue(0xc00009a1a0, {0x489560?, 0xc00008e090?, 0x2000005?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:816 +0x988
fmt.(*pp).printArg(0xc00009a1a0, {0x489560, 0xc00008e090}, 0x76)
	/usr/local/go/src/fmt/print.go:759 +0x4bc
fmt.(*pp).doPrint(0xc00009a1a0, {0xc000088f28?, 0x1, 0x43f640?})
	/usr/local/go/src/fmt/print.go:1209 +0x45
fmt.Sprint({0xc000088f28, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x10a

goroutine 18 [runnable]:
main.conf.add(...)
	/srv/crashes/fmtm/main.go:8
main.main.func1()
	/srv/crashes/fmtm/main.go:13 +0x65
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.23.5.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
reflect.mapiterinit(0x466509?, 0x60?, 0x49f540?)
	/usr/local/go/src/runtime/map.go:1520 +0x13
reflect.(*MapIter).Next(0x49b480?)
	/usr/local/go/src/reflect/value.go:1984 +0x57
internal/fmtsort.Sort({0x49b480?, 0xc000078420?, 0xc000074d90?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a7
fmt.(*pp).printValue(0xc00007a340, {0x49b480?, 0xc000078420?, 0x7ff423a5ee68?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:816 +0x988
fmt.(*pp).printArg(0xc00007a340, {0x49b480, 0xc000078420}, 0x76)
	/usr/local/go/src/fmt/print.go:759 +0x4bb
fmt.(*pp).doPrint(0xc00007a340, {0xc000074f28?, 0x1, 0x43ece0?})
	/usr/local/go/src/fmt/print.go:1208 +0x45
fmt.Sprint({0xc000074f28, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x105

goroutine 3 [runnable]:
main.main.func1()
	/srv/crashes/fmtm/main.go:14 +0x45
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.23.5.2': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
reflect.mapiterinit(0x466509?, 0x60?, 0x49f540?)
	/usr/local/go/src/runtime/map.go:1520 +0x13
reflect.(*MapIter).Next(0x49b480?)
	/usr/local/go/src/reflect/value.go:1984 +0x57
internal/fmtsort.Sort({0x49b480?, 0xc000092420?, 0xc00008cd90?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a7
fmt.(*pp).printValue(0xc000094340, {0x49b480?, 0xc000092420?, 0x7f20bf44f148?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:816 +0x988
fmt.(*pp).printArg(0xc000094340, {0x49b480, 0xc000092420}, 0x76)
	/usr/local/go/src/fmt/print.go:759 +0x4bb
fmt.(*pp).doPrint(0xc000094340, {0xc00008cf28?, 0x1, 0x43ece0?})
	/usr/local/go/src/fmt/print.go:1208 +0x45
fmt.Sprint({0xc00008cf28, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x105

goroutine 18 [runnable]:
main.main.func1()
	/srv/crashes/fmtm/main.go:14 +0x45
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.23.5.system': `fatal error: concurrent map iteration and map write

goroutine 1 gp=0xc0000061c0 m=0 mp=0x554940 [running]:
runtime.fatal({0x4b46ef?, 0xc000116ae0?})
	/usr/local/go/src/runtime/panic.go:1088 +0x48 fp=0xc0000729a0 sp=0xc000072970 pc=0x431d68
runtime.mapiternext(0xc000072b50)
	/usr/local/go/src/runtime/map.go:944 +0x3b fp=0xc000072a10 sp=0xc0000729a0 pc=0x4624db
reflect.mapiternext(0x47c7a9?)
	/usr/local/go/src/runtime/map.go:1537 +0x13 fp=0xc000072a28 sp=0xc000072a10 pc=0x4629d3
reflect.(*MapIter).Next(0xc000072b38?)
	/usr/local/go/src/reflect/value.go:1989 +0x74 fp=0xc000072a58 sp=0xc000072a28 pc=0x47c874
internal/fmtsort.Sort({0x49b480?, 0xc000076420?, 0xc000072d90?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a7 fp=0xc000072bc0 sp=0xc000072a58 pc=0x47dc47
fmt.(*pp).printValue(0xc000078340, {0x49b480?, 0xc000076420?, 0x7fd4a64e7fa8?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:816 +0x988 fp=0xc000072da0 sp=0xc000072bc0 pc=0x48ce48
fmt.(*pp).printArg(0xc000078340, {0x49b480, 0xc000076420}, 0x76)
	/usr/local/go/src/fmt/print.go:759 +0x4bb fp=0xc000072e38 sp=0xc000072da0 pc=0x48c39b
fmt.(*pp).doPrint(0xc000078340, {0xc000072f28?, 0x1, 0x43ece0?})
	/usr/local/go/src/fmt/print.go:1208 +0x45 fp=0xc000072ec0 sp=0xc000072e38 pc=0x48e3c5
fmt.Sprint({0xc000072f28, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e fp=0xc000072f08 sp=0xc000072ec0 pc=0x48965e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x105 fp=0xc000072f50 sp=0xc000072f08 pc=0x48e745
runtime.main()
	/usr/local/go/src/runtime/proc.go:272 +0x28b fp=0xc000072fe0 sp=0xc000072f50 pc=0x43528b
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000072fe8 sp=0xc000072fe0 pc=0x46ba41

goroutine 3 gp=0xc000006fc0 m=nil [runnable]:
runtime.mapdelete_faststr(0x49e980, 0xc000076420, {0x4adf4a, 0x1})
	/usr/local/go/src/runtime/map_faststr.go:321 +0x319 fp=0xc000040fa8 sp=0xc000040fa0 pc=0x40f0f9
main.main.func1()
	/srv/crashes/fmtm/main.go:14 +0x45 fp=0xc000040fe0 sp=0xc000040fa8 pc=0x48e7a5
runtime.goexit({})
	/usr/local/go/src/runtime/asm_amd64.s:1700 +0x1 fp=0xc000040fe8 sp=0xc000040fe0 pc=0x46ba41
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.24.4.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x4ba6b8?, 0x561aa8?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
internal/runtime/maps.(*Iter).Next(0xc00008ab50?)
	/usr/local/go/src/internal/runtime/maps/table.go:683 +0x86
reflect.mapIterStart(0x90?, 0x4a4a00?, 0xc00008ab50)
	/usr/local/go/src/reflect/map_swiss.go:191 +0x31
reflect.(*MapIter).Next(0xc00008ab38)
	/usr/local/go/src/reflect/map_swiss.go:353 +0x6a
internal/fmtsort.Sort({0x4a1280?, 0xc0000928d0?, 0xc00008ad90?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a7
fmt.(*pp).printValue(0xc0000a41a0, {0x4a1280?, 0xc0000928d0?, 0x580d40?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:816 +0x99a
fmt.(*pp).printArg(0xc0000a41a0, {0x4a1280, 0xc0000928d0}, 0x76)
	/usr/local/go/src/fmt/print.go:759 +0x4ad
fmt.(*pp).doPrint(0xc0000a41a0, {0xc00008af28?, 0x1, 0x443760?})
	/usr/local/go/src/fmt/print.go:1208 +0x45
fmt.Sprint({0xc00008af28, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x105

goroutine 18 [runnable]:
internal/runtime/maps.(*Map).deleteSmall(0xc0000928d0, 0x4a7160, 0x0?, 0xc00003a7b8)
	/usr/local/go/src/internal/runtime/maps/map.go:691 +0xc6
internal/runtime/maps.(*Map).Delete(0xc0000928d0, 0x4a7160, 0xc00003a7b8)
	/usr/local/go/src/internal/runtime/maps/map.go:658 +0xdf
main.main.func1()
	/srv/crashes/fmtm/main.go:14 +0x45
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.25.1.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x4c2311?, 0x570098?})
	/usr/local/go/src/runtime/panic.go:1046 +0x18
internal/runtime/maps.(*Iter).Next(0xc00008ab50?)
	/usr/local/go/src/internal/runtime/maps/table.go:792 +0x86
reflect.mapIterStart(0x90?, 0x4ab700?, 0xc00008ab50)
	/usr/local/go/src/reflect/map_swiss.go:191 +0x31
reflect.(*MapIter).Next(0xc00008ab38)
	/usr/local/go/src/reflect/map_swiss.go:353 +0x6a
internal/fmtsort.Sort({0x4a7ec0?, 0xc000092ab0?, 0xc00008ad90?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a7
fmt.(*pp).printValue(0xc0000a41a0, {0x4a7ec0?, 0xc000092ab0?, 0x7fa3643bf5c0?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:816 +0x9a8
fmt.(*pp).printArg(0xc0000a41a0, {0x4a7ec0, 0xc000092ab0}, 0x76)
	/usr/local/go/src/fmt/print.go:759 +0x49e
fmt.(*pp).doPrint(0xc0000a41a0, {0xc00008af28?, 0x1, 0x448c80?})
	/usr/local/go/src/fmt/print.go:1208 +0x45
fmt.Sprint({0xc00008af28, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x105

goroutine 18 [runnable]:
internal/runtime/maps.(*Map).deleteSmall(0xc000092ab0, 0x4ae3e0, 0x0?, 0xc0000387b8)
	/usr/local/go/src/internal/runtime/maps/map.go:697 +0xc6
internal/runtime/maps.(*Map).Delete(0xc000092ab0, 0x4ae3e0, 0xc0000387b8)
	/usr/local/go/src/internal/runtime/maps/map.go:662 +0xf3
main.main.func1()
	/srv/crashes/fmtm/main.go:14 +0x45
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.26.8.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x4cab89?, 0x584618?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Iter).Next(0x2dbd93b20b50?)
	/usr/local/go/src/internal/runtime/maps/table.go:819 +0x86
reflect.mapIterStart(0x90?, 0x4b2880?, 0x2dbd93b20b50)
	/usr/local/go/src/reflect/map.go:184 +0x31
reflect.(*MapIter).Next(0x2dbd93b20b38)
	/usr/local/go/src/reflect/map.go:342 +0x6a
internal/fmtsort.Sort({0x4aeee0?, 0x2dbd93b26c90?, 0x2dbd93b20d90?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a8
fmt.(*pp).printValue(0x2dbd93b361a0, {0x4aeee0?, 0x2dbd93b26c90?, 0xd0?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:817 +0x9a8
fmt.(*pp).printArg(0x2dbd93b361a0, {0x4aeee0, 0x2dbd93b26c90}, 0x76)
	/usr/local/go/src/fmt/print.go:760 +0x49d
fmt.(*pp).doPrint(0x2dbd93b361a0, {0x2dbd93b20f20?, 0x1, 0x453820?})
	/usr/local/go/src/fmt/print.go:1206 +0x45
fmt.Sprint({0x2dbd93b20f20, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x105
`,
    '1.26.8.all': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x4cab89?, 0x478a93?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
internal/runtime/maps.(*Iter).Next(0x1e85161c04d0?)
	/usr/local/go/src/internal/runtime/maps/table.go:819 +0x86
reflect.mapIterNext(0x4a85a0?)
	/usr/local/go/src/reflect/map.go:196 +0x13
reflect.(*MapIter).Next(0x1e851610ab38)
	/usr/local/go/src/reflect/map.go:347 +0x3e
internal/fmtsort.Sort({0x4aeee0?, 0x1e8516112c90?, 0x1e851610ad90?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a8
fmt.(*pp).printValue(0x1e85161281a0, {0x4aeee0?, 0x1e8516112c90?, 0xbf00c001f80005?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:817 +0x9a8
fmt.(*pp).printArg(0x1e85161281a0, {0x4aeee0, 0x1e8516112c90}, 0x76)
	/usr/local/go/src/fmt/print.go:760 +0x49d
fmt.(*pp).doPrint(0x1e85161281a0, {0x1e851610af20?, 0x1, 0x453820?})
	/usr/local/go/src/fmt/print.go:1206 +0x45
fmt.Sprint({0x1e851610af20, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:279 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x105

goroutine 18 [runnable]:
main.main.func1()
	/srv/crashes/fmtm/main.go:14 +0x45
created by main.main in goroutine 1
	/srv/crashes/fmtm/main.go:11 +0xdc
`,
    '1.27.0.1': `fatal error: concurrent map iteration and map write

goroutine 1 [running]:
internal/runtime/maps.fatal({0x49f853?, 0x573858?})
	/usr/local/go/src/runtime/panic.go:1195 +0x18
internal/runtime/maps.(*Iter).Next(0xa7ef3dd8ae8?)
	/usr/local/go/src/internal/runtime/maps/table.go:882 +0x85
reflect.mapIterStart(0x90?, 0x55cd18?, 0xa7ef3dd8ae8)
	/usr/local/go/src/reflect/map.go:227 +0x31
reflect.(*MapIter).Next(0xa7ef3dd8ad0)
	/usr/local/go/src/reflect/map.go:385 +0x67
internal/fmtsort.Sort({0x552970?, 0xa7ef3e060f0?, 0xa7ef3e08120?})
	/usr/local/go/src/internal/fmtsort/sort.go:59 +0x1a7
fmt.(*pp).printValue(0xa7ef3e1a000, {0x552970?, 0xa7ef3e060f0?, 0x0?}, 0x76, 0x0)
	/usr/local/go/src/fmt/print.go:804 +0x9c8
fmt.(*pp).printArg(0xa7ef3e1a000, {0x552970, 0xa7ef3e060f0}, 0x76)
	/usr/local/go/src/fmt/print.go:749 +0x52e
fmt.(*pp).doPrint(0xa7ef3e1a000, {0xa7ef3dd8e90?, 0x1, 0x474960?})
	/usr/local/go/src/fmt/print.go:1193 +0x45
fmt.Sprint({0xa7ef3dd8e90, 0x1, 0x1})
	/usr/local/go/src/fmt/print.go:271 +0x3e
main.conf.String(...)
	/srv/crashes/fmtm/main.go:7
main.main()
	/srv/crashes/fmtm/main.go:18 +0x10d
`,
  },
  deep: {
    '1.19.13.1': `fatal error: concurrent map writes
fatal error: concurrent map writes

goroutine 18 [running]:
main.walk(0x0?)
	/srv/crashes/deep/main.go:8 +0x72
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x55?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
created by main.main
	/srv/crashes/deep/main.go:16 +0x31

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deep/main.go:17 +0x36

goroutine 17 [running]:
	goroutine running on other thread; stack unavailable
created by main.main
	/srv/crashes/deep/main.go:15 +0x25

goroutine 17 [running]:
main.walk(0x0?)
	/srv/crashes/deep/main.go:8 +0x72
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x55?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x25
created by main.main
	/srv/crashes/deep/main.go:15 +0x25
`,
    '1.22.12.1': `fatal error: concurrent map writes

goroutine 5 [running]:
main.walk(0x0?)
	/srv/crashes/deep/main.go:8 +0x74
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x15?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
...52 frames elided...
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x83?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.run(...)
	/srv/crashes/deep/main.go:13
created by main.main in goroutine 1
	/srv/crashes/deep/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deep/main.go:17 +0x2b

goroutine 6 [runnable]:
main.walk(0x0?)
	/srv/crashes/deep/main.go:8 +0x74
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x15?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
...52 frames elided...
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x83?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.run(...)
	/srv/crashes/deep/main.go:13
created by main.main in goroutine 1
	/srv/crashes/deep/main.go:16 +0x26
`,
    '1.24.4.1': `fatal error: concurrent map writes

goroutine 2 [running]:
internal/runtime/maps.fatal({0x47e45d?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1058 +0x18
main.walk(0x0?)
	/srv/crashes/deep/main.go:8 +0x74
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x15?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
...53 frames elided...
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x83?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.run(...)
	/srv/crashes/deep/main.go:13
created by main.main in goroutine 1
	/srv/crashes/deep/main.go:15 +0x1a

goroutine 1 [select (no cases)]:
main.main()
	/srv/crashes/deep/main.go:17 +0x2b

goroutine 3 [runnable]:
main.walk(0x0?)
	/srv/crashes/deep/main.go:8 +0x74
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x15?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
...52 frames elided...
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x83?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.run(...)
	/srv/crashes/deep/main.go:13
created by main.main in goroutine 1
	/srv/crashes/deep/main.go:16 +0x26
`,
    '1.26.8.1': `fatal error: concurrent map writes

goroutine 17 [running]:
internal/runtime/maps.fatal({0x4924bd?, 0x0?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.walk(0x0?)
	/srv/crashes/deep/main.go:8 +0x6e
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
...53 frames elided...
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x80?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.walk(0x0?)
	/srv/crashes/deep/main.go:11 +0x1f
main.run(...)
	/srv/crashes/deep/main.go:13
created by main.main in goroutine 1
	/srv/crashes/deep/main.go:15 +0x1a
`,
  },
};
