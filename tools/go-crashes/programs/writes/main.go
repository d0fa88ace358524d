// Two order workers update one stock table; nobody thought of a lock. Built with -race, the line is a read and a write (Go 1.27 reports the caller's line).
//
// FAULTLINE kind=map_write_write,map_read_write
package main

import "strconv"

type Stock struct{ units map[string]int }

//go:noinline
func (s *Stock) Reserve(article string, amount int) {
	s.units[article] -= amount // FAULTLINE crashing=writer crashing=reader peer=writer peer=reader
}

func work(s *Stock, from int) {
	for i := from; ; i++ {
		s.Reserve("article-"+strconv.Itoa(i%512), 1) // FAULTLINE peer=reader peer=writer
	}
}

func main() {
	stock := &Stock{units: map[string]int{}}
	go work(stock, 0)
	go work(stock, 256)
	select {}
}
