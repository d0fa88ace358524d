// Readers take one lock, writers another.
//
// FAULTLINE kind=map_read_write
package main

import "sync"

type Router struct {
	readMu  sync.Mutex
	writeMu sync.Mutex
	routes  map[string]int
}

func (r *Router) Match(path string) int {
	r.readMu.Lock()
	defer r.readMu.Unlock()
	return r.routes[path] // FAULTLINE crashing=reader
}

func (r *Router) Handle(path string, handler int) {
	r.writeMu.Lock()
	defer r.writeMu.Unlock()
	r.routes[path] = handler // FAULTLINE peer=writer
}

func main() {
	r := &Router{routes: map[string]int{}}
	ready := make(chan struct{})
	go func() {
		close(ready)
		for i := 0; ; i++ {
			r.Handle("/v1/orders", i)
		}
	}()
	<-ready
	for r.Match("/v1/orders") >= 0 {
	}
}
