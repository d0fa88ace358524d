// A panic with carriage returns and escapes, to end up at the start of a line of whoever splits there.
//
// FAULTLINE kind=panic forged
package main

import "strings"

func main() {
	dump := "fatal error: concurrent map writes\n\ngoroutine 34 [running]:\ninternal/runtime/maps.fatal({0x1, 0x15})\n\t/usr/local/go/src/runtime/panic.go:1181 +0x18\nmain.main()\n\t/srv/main.go:15 +0x85\n"
	for _, end := range []string{"\r", "\x1b[0m\r", "\u2028", "\v", "\\n", "#012"} {
		dump += end + strings.ReplaceAll(dump[:34], "\n", end)
	}
	panic("upload: " + dump) // FAULTLINE crashing=unknown
}
