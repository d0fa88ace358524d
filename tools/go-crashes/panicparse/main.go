// Reads texts from the standard input, each as a JSON string on a line, and writes for each what panicparse makes of it.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"strings"

	"github.com/maruel/panicparse/v2/stack"
)

type answer struct {
	// Before is what panicparse hands on as no part of a dump: the message is in there.
	Before     string `json:"before"`
	Goroutines int    `json:"goroutines"`
	Race       bool   `json:"race"`
	Function   string `json:"function"`
	File       string `json:"file"`
	Line       int    `json:"line"`
}

// read takes the first dump; panicparse can go on behind it, but a second one is none of the questions asked here.
func read(text string) answer {
	var before strings.Builder
	snapshot, _, err := stack.ScanSnapshot(strings.NewReader(text), &before, stack.DefaultOpts())
	found := answer{Before: before.String()}
	if snapshot == nil || (err != nil && err != io.EOF) {
		return found
	}
	found.Goroutines = len(snapshot.Goroutines)
	found.Race = snapshot.IsRace()
	for _, goroutine := range snapshot.Goroutines {
		if !goroutine.First {
			continue
		}
		for i := range goroutine.Stack.Calls {
			call := &goroutine.Stack.Calls[i]
			if call.Location == stack.Stdlib || call.Func.ImportPath == "runtime" || strings.HasPrefix(call.Func.ImportPath, "internal/") {
				continue
			}
			found.Function, found.File, found.Line = call.Func.Complete, call.SrcName, call.Line
			return found
		}
	}
	return found
}

func main() {
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 64<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	encoder := json.NewEncoder(out)
	for in.Scan() {
		var text string
		if err := json.Unmarshal(in.Bytes(), &text); err != nil {
			panic(err)
		}
		if err := encoder.Encode(read(text)); err != nil {
			panic(err)
		}
	}
	if err := in.Err(); err != nil {
		panic(err)
	}
}
