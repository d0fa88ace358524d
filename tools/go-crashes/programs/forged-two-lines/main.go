// A panic of two lines: from Go 1.26 on it looks like a fatal in a deferred call, but for the frames.
//
// FAULTLINE kind=panic forged
package main

func main() {
	panic("order 7 rejected\nfatal error: concurrent map writes") // FAULTLINE crashing=unknown
}
