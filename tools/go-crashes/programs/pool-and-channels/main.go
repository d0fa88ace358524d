// A worker pool with a dispatcher: most goroutines wait on channels, conditions and timers.
//
// FAULTLINE kind=map_write_write
package main

import (
	"sync"
	"time"
)

type result struct{ word, count int }

type tally struct {
	mu     sync.Mutex
	wake   *sync.Cond
	counts map[int]int
	jobs   chan result
}

func (t *tally) worker(id int) {
	for job := range t.jobs {
		for i := 0; i < 1_000; i++ {
			t.counts[job.word] += job.count // FAULTLINE crashing=writer peer=writer
		}
	}
}

func (t *tally) waiter() {
	t.mu.Lock()
	t.wake.Wait()
	t.mu.Unlock()
}

func ticker(every time.Duration, done <-chan struct{}) {
	beat := time.NewTicker(every)
	for {
		select {
		case <-beat.C:
		case <-done:
			return
		}
	}
}

func main() {
	t := &tally{counts: map[int]int{}, jobs: make(chan result, 16)}
	t.wake = sync.NewCond(&t.mu)
	for id := 0; id < 6; id++ {
		go t.worker(id)
	}
	go t.waiter()
	go ticker(time.Minute, make(chan struct{}))
	for word := 0; ; word++ {
		t.jobs <- result{word & 7, 1}
	}
}
