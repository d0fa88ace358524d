import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Two goroutines, one map, no lock. The line numbers are those that the tests expect. */
const source = `package main

type stock struct{ units map[string]int }

//go:noinline
func (s *stock) reserve(article string) { s.units[article]-- }

func (s *stock) count(article string) int { return s.units[article] }

func work(s *stock) {
	for {
		s.reserve("nails")
	}
}

func main() {
	s := &stock{units: map[string]int{}}
	go work(s)
	for {
		_ = s.count("nails")
	}
}
`;
export const lines = { write: 6, read: 8, writeCall: 12, goStatement: 18, readCall: 20 } as const;

export interface BuiltProgram {
  readonly path: string;
  readonly folder: string;
  remove(): void;
}

/** Builds the program with the machine's Go, or with `toolchain` (`go1.21.13`), which comes through the Go module proxy if it is not there. */
export function buildRaceProgram(flags: readonly string[] = [], toolchain = 'local'): BuiltProgram {
  const folder = mkdtempSync(join(tmpdir(), 'go-fatal-'));
  writeFileSync(join(folder, 'go.mod'), 'module example.com/stock\n\ngo 1.18\n');
  writeFileSync(join(folder, 'main.go'), source);
  const path = join(folder, 'stock');
  execFileSync('go', ['build', '-o', path, ...flags, '.'], {
    cwd: folder,
    env: { ...process.env, GOTOOLCHAIN: toolchain, GOFLAGS: '-buildvcs=false' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return { path, folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
