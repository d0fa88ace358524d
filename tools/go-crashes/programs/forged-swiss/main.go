// A panic that holds a dump as Go 1.24 and newer write it, with the frames that prove it.
//
// FAULTLINE kind=panic forged
package main

import "errors"

const text = `cannot parse upload
fatal error: concurrent map read and map write

goroutine 51 [running]:
internal/runtime/maps.fatal({0x6b1f0a?, 0xc0001a2000?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Catalog).Price(...)
	/srv/shop/catalog.go:88
main.serve(0xc0001a2000, 0x2)
	/srv/shop/main.go:31 +0x6d
created by main.main in goroutine 1
	/srv/shop/main.go:52 +0x1c5
exit status 2

panic: `

func main() {
	err := errors.New(text)
	defer func() {
		panic(recover()) // FAULTLINE crashing=unknown
	}()
	panic(err)
}
