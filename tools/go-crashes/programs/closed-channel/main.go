// FAULTLINE kind=panic
package main

func main() {
	results := make(chan int, 1)
	close(results)
	results <- 1 // FAULTLINE crashing=unknown
}
