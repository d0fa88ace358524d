// A panic whose value holds a whole dump: bare up to Go 1.22, indented by a tab from 1.23.
//
// FAULTLINE kind=panic forged
package main

const text = `order rejected
fatal error: concurrent map writes

goroutine 34 [running]:
runtime.throw({0x4a1234, 0x15})
	/usr/local/go/src/runtime/panic.go:1047 +0x5d fp=0xc000046f10 sp=0xc000046ee0 pc=0x4321fd
runtime.mapassign_faststr(0x47e0c0, 0xc00009c180, {0x4a0aaa, 0x4})
	/usr/local/go/src/runtime/map_faststr.go:212 +0x39c fp=0xc000046f78 sp=0xc000046f10 pc=0x411a3c
main.(*Ledger).Post(...)
	/srv/ledger/post.go:41
main.main.func1()
	/srv/ledger/main.go:17 +0x4b
created by main.main
	/srv/ledger/main.go:15 +0x85

goroutine 1 [running]:
main.(*Ledger).Post(...)
	/srv/ledger/post.go:41
main.main()
	/srv/ledger/main.go:20 +0x99
exit status 2`

func main() {
	panic(text) // FAULTLINE crashing=unknown
}
