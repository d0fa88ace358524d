// Package cache says in its first line that it is not safe for concurrent use; nobody reads that.
package cache

type LRU struct{ entries map[int]*entry }

type entry struct{ value int }

func New() *LRU { return &LRU{entries: map[int]*entry{}} }

func (c *LRU) Put(key, value int) {
	c.entries[key] = &entry{value} // FAULTLINE crashing=writer peer=writer
}
