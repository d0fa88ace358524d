// debug.SetCrashOutput sends the crash to a file, which loses the line with the message. Here the file is the standard output, and stderr is closed.
//
// FAULTLINE kind=map_unknown

//go:build go1.23

package main

import (
	"os"
	"runtime/debug"
	"syscall"
)

type ids struct{ next map[string]uint64 }

func (x *ids) take(kind string) uint64 {
	x.next[kind]++ // FAULTLINE crashing=writer peer=writer
	return 0
}

func main() {
	if err := debug.SetCrashOutput(os.Stdout, debug.CrashOptions{}); err != nil {
		panic(err)
	}
	syscall.Close(2)
	x := &ids{next: map[string]uint64{}}
	go func() {
		for {
			x.take("order")
		}
	}()
	for {
		x.take("invoice")
	}
}
