// A wild pointer.
//
// FAULTLINE kind=sigsegv
package main

import "unsafe"

//go:noinline
func load(address uintptr) int {
	return *(*int)(*(*unsafe.Pointer)(unsafe.Pointer(&address))) // FAULTLINE crashing=unknown
}

func main() {
	load(0x7f00deadbee0)
}
