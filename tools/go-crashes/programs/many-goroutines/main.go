// Five hundred subscribers wait; two of them are awake, in one map.
//
// FAULTLINE kind=map_write_write
package main

import (
	"sync"
	"time"
)

type hub struct {
	mu     sync.Mutex
	topics map[int][]chan int
	seen   map[int]int
}

func (h *hub) subscribe(topic int) chan int {
	h.mu.Lock()
	defer h.mu.Unlock()
	inbox := make(chan int)
	h.topics[topic] = append(h.topics[topic], inbox)
	return inbox
}

func (h *hub) listen(id int) {
	for message := range h.subscribe(id % 8) {
		for {
			h.seen[message]++ // FAULTLINE crashing=writer peer=writer
		}
	}
}

func main() {
	h := &hub{topics: map[int][]chan int{}, seen: map[int]int{}}
	for id := 0; id < 500; id++ {
		go h.listen(id)
	}
	time.Sleep(20 * time.Millisecond)
	h.topics[3][0] <- 1
	h.topics[3][1] <- 2
	<-make(chan int)
}
