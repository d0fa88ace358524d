// A decoder sets fields by reflection into one shared map.
//
// FAULTLINE kind=map_write_write
package main

import (
	"reflect"
	"sync"
)

func decode(into reflect.Value, field string) {
	into.SetMapIndex(reflect.ValueOf(field), reflect.ValueOf(1)) // FAULTLINE crashing=writer peer=writer
}

func main() {
	shared := reflect.ValueOf(map[string]int{})
	var all sync.WaitGroup
	for _, field := range []string{"name", "street", "city"} {
		all.Add(1)
		go func(field string) {
			defer all.Done()
			for {
				decode(shared, field)
			}
		}(field)
	}
	all.Wait()
}
