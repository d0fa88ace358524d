// Noise before the crash: an ordinary log on the same stream.
//
// FAULTLINE kind=map_write_write
package main

import "log"

type rates map[string]float64

func (r rates) set(pair string, rate float64) {
	r[pair] = rate // FAULTLINE crashing=writer peer=writer
}

func pull(r rates, pair string) {
	for rate := 1.0; ; rate += 0.01 {
		r.set(pair, rate)
	}
}

func main() {
	log.Println("starting, version 4.2.0")
	log.Println("goroutine pool ready [size 2]")
	r := rates{}
	go pull(r, "EUR/USD")
	go pull(r, "USD/JPY")
	select {}
}
