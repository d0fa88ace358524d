// FAULTLINE kind=deadlock
package main

import "sync"

func main() {
	var mu sync.Mutex
	mu.Lock()
	go func() {
		mu.Lock() // the second party of the deadlock
	}()
	mu.Lock() // FAULTLINE crashing=unknown
}
