// The address space ends.
//
// FAULTLINE kind=other,panic
package main

import "syscall"

var kept [][]byte

func main() {
	limit := syscall.Rlimit{Cur: 2 << 30, Max: 2 << 30}
	if err := syscall.Setrlimit(syscall.RLIMIT_AS, &limit); err != nil {
		panic(err)
	}
	for {
		kept = append(kept, make([]byte, 256<<20)) // FAULTLINE crashing=unknown
	}
}
