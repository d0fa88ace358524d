// The racy line is in a dependency whose path has dots and a version.
//
// FAULTLINE kind=map_write_write
package main

import cache "example.com/crashes/vendored-paths/vendor.example/gopkg.in/cache.v2"

func warm(c *cache.LRU, from int) {
	for key := from; ; key++ {
		c.Put(key%100, key)
	}
}

func main() {
	c := cache.New()
	go warm(c, 0)
	warm(c, 50)
}
