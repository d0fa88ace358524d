// A nil pointer and a field behind it: the small address of the signal row is the field's offset.
//
// FAULTLINE kind=panic,sigsegv
package main

type packet struct {
	header [600]byte
	length uint32
}

//go:noinline
func (p *packet) size() uint32 {
	return p.length // FAULTLINE crashing=unknown
}

func main() {
	var none *packet
	if none.size() > 0 {
		return
	}
}
