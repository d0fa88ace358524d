// A user name with line feeds writes a whole dump into the log, frame by frame as the runtime would. The program lives on, says so and ends well:
// nothing but that tells the difference.
//
// FAULTLINE kind=none forged-perfectly
package main

import (
	"log"
	"os"
)

const name = `ann
fatal error: concurrent map writes

goroutine 34 [running]:
internal/runtime/maps.fatal({0x4a1234?, 0xc00009c180?})
	/usr/local/go/src/runtime/panic.go:1181 +0x18
main.(*Ledger).Post(...)
	/srv/ledger/post.go:41
main.main.func1()
	/srv/ledger/main.go:17 +0x4b
created by main.main in goroutine 1
	/srv/ledger/main.go:15 +0x85
exit status 2
`

func main() {
	log.Printf("login failed user=%s from=192.0.2.7", name)
	log.Print("login ok user=bob from=192.0.2.9")
	log.Print("shutting down, exit code 0")
	os.Exit(0)
}
