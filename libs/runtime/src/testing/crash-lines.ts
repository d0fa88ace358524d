/** A dump as Go 1.24 prints it. */
export const crashLines: readonly string[] = [
  'fatal error: concurrent map writes',
  '',
  'goroutine 34 [running]:',
  'internal/runtime/maps.fatal({0x73b886?, 0x712b04?})',
  '\t/usr/local/go/src/runtime/panic.go:1058 +0x18',
  'main.(*Basket).Add(0xc000012120, {0xc0000a6000, 0x5})',
  '\t/src/shop/basket.go:41 +0x8c',
  'net/http.(*conn).serve(0xc000132480, {0x7b0db8, 0xc000017860})',
  '\t/usr/local/go/src/net/http/server.go:2102 +0x625',
  'created by net/http.(*Server).Serve in goroutine 1',
  '\t/usr/local/go/src/net/http/server.go:3454 +0x485',
];
