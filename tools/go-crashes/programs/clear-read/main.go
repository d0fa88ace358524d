// A cache is cleared at once for everybody, without asking its readers.
//
// FAULTLINE kind=map_read_write

//go:build go1.21

package main

type etags struct{ byPath map[string]string }

func (e *etags) reset() {
	clear(e.byPath)            // FAULTLINE peer=writer
	e.byPath["/index"] = "W/1" // FAULTLINE peer=writer
}

func (e *etags) match(path, tag string) bool {
	return e.byPath[path] == tag // FAULTLINE crashing=reader
}

func main() {
	e := &etags{byPath: map[string]string{}}
	for i := 'a'; i < 'z'; i++ {
		e.byPath[string(i)] = "W/1"
	}
	go func() {
		for {
			e.reset()
		}
	}()
	for !e.match("/index", "W/2") {
	}
}
