// A recovered panic is raised again with more words.
//
// FAULTLINE kind=panic
package main

import "fmt"

func parse(s string) int {
	if s == "" {
		panic("empty expression")
	}
	return len(s)
}

func main() {
	defer func() {
		if cause := recover(); cause != nil {
			panic(fmt.Sprintf("rule 7: %v", cause)) // FAULTLINE crashing=unknown
		}
	}()
	parse("")
}
