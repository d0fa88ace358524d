// FAULTLINE kind=panic
package main

import "os"

func column(row []string, index int) string {
	return row[index] // FAULTLINE crashing=unknown
}

func main() {
	done := make(chan string)
	go func() { done <- column([]string{"id", "name"}, 2+len(os.Args)-1) }()
	<-done
}
