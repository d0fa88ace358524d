// A generic index used from two goroutines.
//
// FAULTLINE kind=map_write_write,map_read_write
package main

type Index[K comparable, V any] struct{ rows map[K][]V }

func (x *Index[K, V]) Add(key K, value V) {
	x.rows[key] = append(x.rows[key][:0], value) // FAULTLINE crashing=writer crashing=reader peer=writer
}

func Feed[K comparable, V any](x *Index[K, V], keys []K, value V) {
	for {
		for _, key := range keys {
			x.Add(key, value)
		}
	}
}

type point struct{ x, y int32 }

func main() {
	x := &Index[point, string]{rows: map[point][]string{}}
	go Feed(x, []point{{1, 2}, {3, 4}}, "left")
	go Feed(x, []point{{5, 6}, {7, 8}}, "right")
	select {}
}
