// FAULTLINE kind=panic,sigsegv
package main

type user struct {
	id   int
	name string
}

func find(id int) *user {
	if id > 1 {
		return nil
	}
	return &user{id: id}
}

func main() {
	done := make(chan string)
	go func() {
		done <- find(2).name // FAULTLINE crashing=unknown
	}()
	<-done
}
