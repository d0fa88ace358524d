// The lock guards the outer map; the inner ones are handed out.
//
// FAULTLINE kind=map_read_write,map_write_write
package main

import "sync"

type Sessions struct {
	mu    sync.Mutex
	users map[string]map[string]int64
}

func (s *Sessions) user(name string) map[string]int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.users[name] == nil {
		s.users[name] = map[string]int64{}
	}
	return s.users[name]
}

func (s *Sessions) touch(name, device string, at int64) {
	devices := s.user(name)
	if devices[device] < at { // FAULTLINE crashing=reader
		devices[device] = at // FAULTLINE crashing=writer peer=writer
	}
}

func main() {
	s := &Sessions{users: map[string]map[string]int64{}}
	for _, device := range []string{"phone", "tablet", "desk"} {
		go func(device string) {
			for at := int64(1); ; at++ {
				s.touch("ann", device, at)
			}
		}(device)
	}
	select {}
}
