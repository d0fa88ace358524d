// A generic differ walks any map by reflection.
//
// FAULTLINE kind=map_iterate_write
package main

import "reflect"

func size(v any) (n int) {
	walk := reflect.ValueOf(v).MapRange()
	for walk.Next() { // FAULTLINE crashing=iterator
		n++
	}
	return n
}

func fill(m map[int]string) {
	for i := 0; ; i++ {
		m[i&63] = "v" // FAULTLINE peer=writer
	}
}

func main() {
	m := map[int]string{}
	for i := 0; i < 64; i++ {
		m[i] = "v"
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		for size(m) >= 0 {
		}
	}()
	go fill(m)
	<-done
}
