import type { GoLayout } from '../go/go-layout.data.js';
import { probeGroup } from './probe-names.js';

/**
 * Callers above the fatal function. More levels do not fit: the kernel reads at most 63 characters for a value (MAX_ARGSTR_LEN), and takes at most
 * 16 steps to fetch it (FETCH_INSN_MAX).
 */
export const callersMax = 15;

/**
 * The probe as the kernel reads it (Documentation/trace/uprobetracer.rst). At its first instruction a Go function has its string in AX and BX, the
 * running goroutine in R14 (cmd/compile/abi-internal.md, 1.17 and newer), the return address on the stack, and the chain of frame pointers of its
 * callers in BP. A value without a type is read as eight bytes and written in hexadecimal. `file` must not hold a space: the kernel splits there.
 */
export function probeDefinition(event: string, file: string, fileOffset: number, layout: GoLayout): string {
  const { goid, parentGoid, gopc } = layout;
  return [
    `p:${probeGroup}/${event} ${file}:0x${fileOffset.toString(16)}`,
    'ip=%ip:x64 text=%ax:x64 size=%bx:u64',
    `goid=+${goid}(%r14):u64`,
    ...(parentGoid === null ? [] : [`parent=+${parentGoid}(%r14):u64`]),
    `from=+${gopc}(%r14):x64`,
    'r0=+0(%sp)',
    ...Array.from({ length: callersMax - 1 }, (_, level) => `r${level + 1}=${returnAddress(level)}`),
  ].join(' ');
}

/** Each frame pointer points to that of the caller, and the return address stands beside it. */
function returnAddress(level: number): string {
  return `+8(${'+0('.repeat(level)}%bp${')'.repeat(level)})`;
}
