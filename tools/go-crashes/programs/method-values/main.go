// Method values as callbacks: their wrappers end in -fm.
//
// FAULTLINE kind=map_write_write
package main

type bus struct{ last map[string]any }

func (b *bus) onPrice(v any) {
	b.last["price"] = v // FAULTLINE crashing=writer peer=writer
}

func (b *bus) onVolume(v any) {
	b.last["volume"] = v // FAULTLINE crashing=writer peer=writer
}

//go:noinline
func deliver(callback func(any)) {
	for i := 0; ; i++ {
		callback(i)
	}
}

func main() {
	b := &bus{last: map[string]any{}}
	go deliver(b.onPrice)
	deliver(b.onVolume)
}
