// Keys collected through iterator functions: the loop runs inside the standard library.
//
// FAULTLINE kind=map_iterate_write

//go:build go1.23

package main

import (
	"maps"
	"slices"
)

type nodes map[string]int

func (n nodes) names() []string {
	return slices.Sorted(maps.Keys(n)) // FAULTLINE crashing=iterator
}

func (n nodes) heaviest() (best string) {
	for name, weight := range maps.All(n) { // FAULTLINE crashing=iterator
		if weight > n[best] {
			best = name
		}
	}
	return best
}

func main() {
	n := nodes{}
	for i := 'a'; i < 'z'; i++ {
		n[string(i)] = int(i)
	}
	go func() {
		for {
			n["a"]++ // FAULTLINE peer=writer
		}
	}()
	for {
		n.names()
		n.heaviest()
	}
}
