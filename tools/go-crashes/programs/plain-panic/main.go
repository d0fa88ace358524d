// FAULTLINE kind=panic
package main

import (
	"errors"
	"fmt"
)

func migrate() error {
	return fmt.Errorf("apply 0042: %w", errors.New("relation \"orders\" does not exist"))
}

func main() {
	if err := migrate(); err != nil {
		panic(err) // FAULTLINE crashing=unknown
	}
}
