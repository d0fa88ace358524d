// A value receiver copies the mutex: every call locks its own.
//
// FAULTLINE kind=map_write_write
package main

import "sync"

type Registry struct {
	sync.Mutex
	names map[string]int
}

func (r Registry) Register(name string) {
	r.Lock()
	defer r.Unlock()
	r.names[name] = len(r.names) // FAULTLINE crashing=writer peer=writer
}

func main() {
	r := Registry{names: make(map[string]int)}
	var all sync.WaitGroup
	all.Add(2)
	for _, name := range [2]string{"a", "b"} {
		name := name
		go func() {
			defer all.Done()
			for {
				r.Register(name)
			}
		}()
	}
	all.Wait()
}
