// Log lines and a last word that only speak of the message, and an exit code that means nothing.
//
// FAULTLINE kind=none forged
package main

import (
	"fmt"
	"log"
	"os"
)

func main() {
	log.Printf("search q=%q", "fatal error: concurrent map writes")
	log.Printf("comment 7: my service says fatal error: concurrent map read and map write, see goroutine 34 [running]:")
	log.Print("  goroutine 34 [running]:")
	fmt.Fprintf(os.Stderr, "user agent: %s\n", "fatal error: concurrent map iteration and map write")
	fmt.Fprintln(os.Stderr, `{"level":"error","msg":"fatal error: concurrent map writes","goroutine":34}`)
	fmt.Fprintln(os.Stderr, "worker: exit status 2")
	os.Exit(2)
}
