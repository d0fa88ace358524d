// FAULTLINE kind=panic
package main

type cart struct{ items map[string]int }

func (c *cart) add(item string) {
	c.items[item]++ // FAULTLINE crashing=unknown
}

func main() {
	new(cart).add("book")
}
