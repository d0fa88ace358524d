// A map embedded by value of its header: every copy of the struct is the same map.
//
// FAULTLINE kind=map_write_write
package main

type Tags map[string]string

func (t Tags) Put(key, value string) {
	t[key] = value // FAULTLINE crashing=writer peer=writer
}

type Span struct {
	Tags
	Name string
}

func (s Span) child(name string) Span {
	s.Name = name
	return s
}

func finish(s Span) {
	for {
		s.Put("span.kind", s.Name)
	}
}

func main() {
	root := Span{Tags: Tags{}, Name: "root"}
	go finish(root.child("db"))
	go finish(root.child("cache"))
	finish(root)
}
