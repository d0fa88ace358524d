// Reads a dump several times with panicparse and prints, in milliseconds, how long each reading took, and how many goroutines it found.
package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"strconv"
	"time"

	"github.com/maruel/panicparse/v2/stack"
)

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	runs, _ := strconv.Atoi(os.Args[2])
	for i := 0; i < runs; i++ {
		start := time.Now()
		goroutines := read(text)
		fmt.Printf("%.4f %d\n", float64(time.Since(start).Nanoseconds())/1e6, goroutines)
	}
}

// read does what its documentation shows: snapshots until the input is over.
func read(text []byte) int {
	var in io.Reader = bytes.NewReader(text)
	goroutines := 0
	opts := &stack.Opts{NameArguments: false, AnalyzeSources: false, GuessPaths: false}
	for {
		s, suffix, err := stack.ScanSnapshot(in, io.Discard, opts)
		if s != nil {
			goroutines += len(s.Goroutines)
		}
		if err != nil {
			return goroutines
		}
		in = io.MultiReader(bytes.NewReader(suffix), in)
	}
}
