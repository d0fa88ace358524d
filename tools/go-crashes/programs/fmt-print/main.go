// A debug line prints the whole map.
//
// FAULTLINE kind=map_iterate_write,map_read_write
package main

import (
	"fmt"
	"io"
)

type peers map[string]bool

func (p peers) dump(w io.Writer) {
	fmt.Fprintf(w, "peers: %v\n", map[string]bool(p)) // FAULTLINE crashing=iterator crashing=reader
}

func (p peers) join(name string) { p[name] = true } // FAULTLINE peer=writer

func main() {
	p := peers{}
	go func() {
		for i := 0; ; i++ {
			p.join(string(rune('a' + i%26)))
		}
	}()
	for {
		p.dump(io.Discard)
	}
}
