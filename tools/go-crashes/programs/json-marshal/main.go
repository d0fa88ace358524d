// A status page marshals a map that a poller is still filling.
//
// FAULTLINE kind=map_iterate_write,map_read_write
package main

import (
	"encoding/json"
	"strconv"
)

type Status struct {
	Region string         `json:"region"`
	Checks map[string]int `json:"checks"`
}

func (s *Status) render() ([]byte, error) {
	return json.Marshal(s) // FAULTLINE crashing=iterator crashing=reader
}

func (s *Status) poll() {
	for i := 0; ; i++ {
		s.Checks["check-"+strconv.Itoa(i%40)] = i // FAULTLINE peer=writer
	}
}

func main() {
	s := &Status{Region: "eu-west", Checks: map[string]int{}}
	go s.poll()
	for {
		if _, err := s.render(); err != nil {
			panic(err)
		}
	}
}
