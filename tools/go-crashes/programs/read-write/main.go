// A price cache: many readers, one refresher, no lock.
//
// FAULTLINE kind=map_read_write
package main

type PriceCache struct{ cents map[uint32]uint64 }

//go:noinline
func (c *PriceCache) Lookup(sku uint32) (uint64, bool) {
	cents, ok := c.cents[sku] // FAULTLINE crashing=reader
	return cents, ok
}

//go:noinline
func (c *PriceCache) Refresh(sku uint32, cents uint64) {
	c.cents[sku] = cents // FAULTLINE peer=writer
}

func serve(c *PriceCache, from uint32, total *uint64) {
	for sku := from; ; sku++ {
		if cents, ok := c.Lookup(sku % 300); ok {
			*total += cents
		}
	}
}

func main() {
	cache := &PriceCache{cents: map[uint32]uint64{}}
	var totals [3]uint64
	for i := range totals {
		go serve(cache, uint32(i)*100, &totals[i])
	}
	for sku := uint32(0); ; sku++ {
		cache.Refresh(sku%300, uint64(sku))
	}
}
