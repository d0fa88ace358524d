// Each handler has its own sync.Once, so "once" is once a handler.
//
// FAULTLINE kind=map_write_write
package main

import "sync"

var codecs = map[string]func() string{}

type handler struct {
	once sync.Once
	name string
}

func (h *handler) setUp() {
	h.once.Do(func() {
		for i := 0; i < 100; i++ {
			codecs[h.name] = func() string { return h.name } // FAULTLINE crashing=writer peer=writer
		}
	})
}

func main() {
	for {
		var all sync.WaitGroup
		for _, name := range []string{"json", "xml", "yaml", "toml"} {
			all.Add(1)
			go func(name string) {
				defer all.Done()
				new(handler).serve(name)
			}(name)
		}
		all.Wait()
	}
}

func (h *handler) serve(name string) {
	h.name = name
	h.setUp()
}
