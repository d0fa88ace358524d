// FAULTLINE kind=other
package main

import "runtime/debug"

type tree struct{ parent *tree }

//go:noinline
func (t *tree) depth() int { // FAULTLINE crashing=unknown
	return t.parent.depth() + 1
}

func main() {
	debug.SetMaxStack(1 << 20)
	t := &tree{}
	t.parent = t
	t.depth()
}
