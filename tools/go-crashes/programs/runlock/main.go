// FAULTLINE kind=other,panic
package main

import "sync"

type store struct {
	mu   sync.RWMutex
	rows map[int]int
}

func (s *store) get(id int) int {
	row := s.rows[id]
	s.mu.RUnlock() // FAULTLINE crashing=unknown
	return row
}

func main() {
	s := &store{rows: map[int]int{1: 1}}
	s.get(1)
}
