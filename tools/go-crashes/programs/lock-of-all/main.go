// Everyone waits for everyone: a deadlock with a map in plain sight.
//
// FAULTLINE kind=deadlock
package main

import "sync"

type table struct {
	mu   sync.Mutex
	rows map[string]int
}

func (t *table) set(key string, value int, done *sync.WaitGroup) {
	defer done.Done()
	t.mu.Lock()
	t.rows[key] = value
	t.mu.Lock()
	t.mu.Unlock()
}

func main() {
	t := &table{rows: map[string]int{}}
	var done sync.WaitGroup
	done.Add(2)
	go t.set("a", 1, &done)
	go t.set("b", 2, &done)
	done.Wait() // FAULTLINE crashing=unknown
}
