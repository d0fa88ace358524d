// C calls back into Go, and the callback writes a map that main reads.
//
// FAULTLINE kind=map_read_write
package main

// extern void pump(void);
import "C"

var events = map[int32]int{}

//export onEvent
func onEvent(kind C.int) {
	events[int32(kind)]++ // FAULTLINE peer=writer
}

func count(kind int32) int {
	return events[kind] // FAULTLINE crashing=reader
}

func main() {
	go C.pump()
	for i := int32(0); count(i&63) >= 0; i++ {
	}
}
