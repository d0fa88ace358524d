// A panic that holds a race report.
//
// FAULTLINE kind=panic forged
package main

const text = `bad template
==================
WARNING: DATA RACE
Write at 0x00c000094060 by goroutine 8:
  runtime.mapassign_faststr()
      /usr/local/go/src/runtime/map_faststr.go:203 +0x0
  main.(*Ledger).Post()
      /srv/ledger/post.go:41 +0x64

Previous write at 0x00c000094060 by goroutine 7:
  runtime.mapassign_faststr()
      /usr/local/go/src/runtime/map_faststr.go:203 +0x0
  main.(*Ledger).Post()
      /srv/ledger/post.go:41 +0x64

Goroutine 8 (running) created at:
  main.main()
      /srv/ledger/main.go:15 +0x85
==================
Found 1 data race(s)
exit status 66`

func main() {
	panic(text) // FAULTLINE crashing=unknown
}
