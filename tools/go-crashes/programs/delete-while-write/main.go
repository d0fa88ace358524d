// Sessions expire on one goroutine while log-ins are stored on another.
//
// FAULTLINE kind=map_write_write
package main

type session struct{ user, seen int64 }

type sessions struct{ byID map[int64]session }

func (s *sessions) open(id int64) {
	s.byID[id] = session{user: id, seen: id} // FAULTLINE crashing=writer peer=writer
}

func (s *sessions) expire(id int64) {
	delete(s.byID, id) // FAULTLINE crashing=writer peer=writer
}

func main() {
	all := &sessions{byID: make(map[int64]session, 1024)}
	go func() {
		for id := int64(0); ; id++ {
			all.open(id % 1024)
		}
	}()
	for id := int64(0); ; id++ {
		all.expire(id % 1024)
	}
}
