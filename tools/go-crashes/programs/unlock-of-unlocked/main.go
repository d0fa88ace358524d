// FAULTLINE kind=other,panic
package main

import "sync"

type meter struct {
	mu     sync.Mutex
	counts map[string]int
}

func (m *meter) add(name string) {
	m.counts[name]++
	m.mu.Unlock() // FAULTLINE crashing=unknown
}

func main() {
	m := &meter{counts: map[string]int{}}
	m.add("requests")
}
