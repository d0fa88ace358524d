// Handlers of a real server set a header map that is shared by all requests.
//
// FAULTLINE kind=map_write_write,map_read_write
package main

import (
	"io"
	"net"
	"net/http"
)

var security = http.Header{"X-Frame-Options": {"DENY"}}

func secure(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i < 2_000; i++ {
			security.Set("X-Request-Path", r.URL.Path) // FAULTLINE crashing=writer peer=writer
		}
		w.Header()["X-Frame-Options"] = security["X-Frame-Options"] // FAULTLINE crashing=reader
		next.ServeHTTP(w, r)
	})
}

func orders(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "[]") }

func call(url string) {
	for {
		answer, err := http.Get(url)
		if err != nil {
			continue
		}
		io.Copy(io.Discard, answer.Body)
		answer.Body.Close()
	}
}

func main() {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	for i := 0; i < 4; i++ {
		go call("http://" + listener.Addr().String() + "/v1/orders")
	}
	panic(http.Serve(listener, secure(http.HandlerFunc(orders))))
}
