// A race on a field of a value in a map: no race on the map itself. Only the race detector sees it; then the program ends.
//
// FAULTLINE kind=none
package main

import "time"

type account struct{ balance int }

func deposit(a *account, n int) {
	for i := 0; i < n; i++ {
		a.balance++ // FAULTLINE crashing=writer peer=writer crashing=reader peer=reader
	}
}

func main() {
	byID := map[int]*account{1: {}}
	a := byID[1]
	go deposit(a, 1000)
	deposit(a, 1000)
	time.Sleep(50 * time.Millisecond)
}
