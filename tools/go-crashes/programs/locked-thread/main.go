// A goroutine locked to its thread, as drivers of C libraries have.
//
// FAULTLINE kind=map_write_write
package main

import "runtime"

type device struct{ registers map[uint8]uint8 }

func (d *device) poke(register uint8) {
	d.registers[register]++ // FAULTLINE crashing=writer peer=writer
}

func drive(d *device) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for register := uint8(0); ; register++ {
		d.poke(register)
	}
}

func main() {
	d := &device{registers: map[uint8]uint8{}}
	go drive(d)
	drive(d)
}
