// Two order workers update one stock table; nobody thought of a lock.
//
// FAULTLINE kind=map_write_write
package main

import "strconv"

type Stock struct{ units map[string]int }

//go:noinline
func (s *Stock) Reserve(article string, amount int) {
	s.units[article] -= amount // FAULTLINE crashing=writer peer=writer
}

func work(s *Stock, from int) {
	for i := from; ; i++ {
		s.Reserve("article-"+strconv.Itoa(i%512), 1)
	}
}

func main() {
	stock := &Stock{units: map[string]int{}}
	go work(stock, 0)
	go work(stock, 256)
	select {}
}
