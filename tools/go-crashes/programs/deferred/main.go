// The fatal comes from a deferred call while a panic unwinds: Go 1.26 prints both.
//
// FAULTLINE kind=map_write_write
package main

var failures = map[string]int{}

func note(who string) {
	for {
		failures[who]++ // FAULTLINE crashing=writer peer=writer
	}
}

func task(who string) {
	defer note(who)
	panic("task " + who + " failed")
}

func main() {
	go task("import")
	go task("export")
	select {}
}
