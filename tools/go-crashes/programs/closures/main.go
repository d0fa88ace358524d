// Closures in closures over a local map.
//
// FAULTLINE kind=map_write_write
package main

func start(stop <-chan bool) {
	seen := map[int]struct{}{}
	remember := func(from int) func() {
		return func() {
			for i := from; ; i++ {
				seen[i&1023] = struct{}{} // FAULTLINE crashing=writer peer=writer
			}
		}
	}
	go func() {
		go remember(0)()
		go remember(512)()
	}()
	<-stop
}

func main() {
	start(make(chan bool))
}
