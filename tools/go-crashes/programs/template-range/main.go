// A page template ranges over live data.
//
// FAULTLINE kind=map_iterate_write,map_read_write
package main

import (
	"io"
	"text/template"
)

var page = template.Must(template.New("page").Parse(`{{range $k, $v := .}}{{$k}}={{$v}} {{end}}`))

type board struct{ scores map[string]int }

func (b *board) show(w io.Writer) error {
	return page.Execute(w, b.scores) // FAULTLINE crashing=iterator crashing=reader
}

func (b *board) score(player string) { b.scores[player]++ } // FAULTLINE peer=writer

func main() {
	b := &board{scores: map[string]int{"ann": 1, "bob": 2, "cyd": 3}}
	go func() {
		for {
			b.score("ann")
		}
	}()
	for {
		if err := b.show(io.Discard); err != nil {
			panic(err)
		}
	}
}
