// Goroutines with profiler labels, one of them with characters that a header has to quote.
//
// FAULTLINE kind=map_read_write
package main

import (
	"context"
	"runtime/pprof"
)

type limits map[string]int

func (l limits) of(tenant string) int {
	return l[tenant] // FAULTLINE crashing=reader
}

func main() {
	l := limits{}
	labels := pprof.Labels("tenant", "acme, inc.", "path", `/v1/{id}]: "x"`)
	for i := 0; i < 2; i++ {
		go pprof.Do(context.Background(), labels, func(context.Context) {
			for l.of("acme") >= 0 {
			}
		})
	}
	pprof.Do(context.Background(), pprof.Labels("job", "reload"), func(context.Context) {
		for i := 0; ; i++ {
			l["acme"] = i // FAULTLINE peer=writer
		}
	})
}
