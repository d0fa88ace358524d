// RLock around a write: the lock is held, and useless.
//
// FAULTLINE kind=map_write_write
package main

import "sync"

type Quota struct {
	mu   sync.RWMutex
	used map[string]int
}

func (q *Quota) Take(tenant string) int {
	q.mu.RLock()
	defer q.mu.RUnlock()
	q.used[tenant]++ // FAULTLINE crashing=writer peer=writer
	return len(q.used)
}

func main() {
	q := &Quota{used: map[string]int{}}
	for _, tenant := range []string{"acme", "globex", "initech"} {
		go func(tenant string) {
			for {
				q.Take(tenant)
			}
		}(tenant)
	}
	select {}
}
