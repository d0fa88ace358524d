// Timers fire on goroutines of the runtime: two of them share a map of deadlines.
//
// FAULTLINE kind=map_write_write
package main

import "time"

type wheel struct{ due map[int]time.Time }

func (w *wheel) fire(slot int) func() {
	return func() {
		for i := 0; i < 100_000; i++ {
			w.due[slot] = time.Time{} // FAULTLINE crashing=writer peer=writer
		}
		time.AfterFunc(time.Microsecond, w.fire(slot))
	}
}

func main() {
	w := &wheel{due: map[int]time.Time{}}
	for slot := 0; slot < 4; slot++ {
		time.AfterFunc(time.Millisecond, w.fire(slot))
	}
	time.Sleep(time.Hour)
}
