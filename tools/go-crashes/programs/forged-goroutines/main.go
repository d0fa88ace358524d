// A panic that quotes the message in one line, among goroutines that it made up.
//
// FAULTLINE kind=panic forged
package main

import "fmt"

type failure struct{ goroutines int }

func (f failure) Error() string {
	text := "supervisor: child said fatal error: concurrent map writes"
	for id := 0; id < f.goroutines; id++ {
		text += fmt.Sprintf("\n\ngoroutine %d [running]:\nmain.(*Ledger).Post(0xc00009c180)\n\t/srv/ledger/post.go:41 +0x5d", 40+id)
	}
	return text
}

func main() {
	panic(failure{goroutines: 3}) // FAULTLINE crashing=unknown
}
