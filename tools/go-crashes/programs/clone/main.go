// A configuration is copied for each request while a watcher changes it.
//
// FAULTLINE kind=map_clone_write,map_iterate_write

//go:build go1.21

package main

import "maps"

type Config struct{ values map[string]string }

//go:noinline
func (c *Config) Snapshot() map[string]string {
	return maps.Clone(c.values) // FAULTLINE crashing=cloner crashing=iterator
}

//go:noinline
func (c *Config) watch() {
	for {
		c.values["feature.checkout"] = "on" // FAULTLINE peer=writer
	}
}

func main() {
	c := &Config{values: map[string]string{"region": "eu", "feature.checkout": "off"}}
	for i := 'a'; i < 'z'; i++ {
		c.values[string(i)] = "x"
	}
	go c.watch()
	for {
		c.Snapshot()
	}
}
