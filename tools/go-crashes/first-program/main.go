// Ten workers fill one map without a lock, each with a single write: most runs end well, and about one in four dies. What a service looks like that
// "works on my machine".
package main

import "sync"

func main() {
	totals := make(map[int]int)
	var workers sync.WaitGroup
	for n := 0; n < 10; n++ {
		workers.Add(1)
		go func(order int) {
			defer workers.Done()
			totals[order] = order * 2
		}(n)
	}
	workers.Wait()
}
