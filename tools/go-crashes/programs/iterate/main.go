// A metrics exporter walks the counters while requests add to them.
//
// FAULTLINE kind=map_iterate_write
package main

import "fmt"

type counters map[string]uint64

func (c counters) add(name string) {
	c[name]++ // FAULTLINE peer=writer
}

func (c counters) total() (sum uint64) {
	for _, n := range c { // FAULTLINE crashing=iterator
		sum += n
	}
	return sum
}

func export(c counters, out chan<- uint64) {
	for {
		out <- c.total()
	}
}

func main() {
	c := counters{}
	for i := 0; i < 64; i++ {
		c.add(fmt.Sprintf("http_requests_%d", i))
	}
	out := make(chan uint64, 1024)
	go export(c, out)
	go func() {
		for range out {
		}
	}()
	for i := 0; ; i++ {
		c.add("http_requests_7")
	}
}
