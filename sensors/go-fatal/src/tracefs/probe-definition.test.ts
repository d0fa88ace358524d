import { expect, test } from 'vitest';
import { goLayouts } from '../go/go-layout.data.js';
import { callersMax, probeDefinition } from './probe-definition.js';

/** MAX_ARGSTR_LEN of kernel/trace/trace_probe.h. */
const valueMax = 63;

test.each([...goLayouts])('the kernel takes every value for go1.%i', (_, layout) => {
  const [place, file, ...values] = probeDefinition('hit_4aab1801', '/proc/self/fd/18', 0x435e0, layout).split(
    ' ',
  );
  expect(place).toBe('p:faultline_go_fatal/hit_4aab1801');
  expect(file).toBe('/proc/self/fd/18:0x435e0');
  expect(values.every((value) => value.slice(value.indexOf('=') + 1).length <= valueMax)).toBe(true);
  expect(values).toContain(`goid=+${layout.goid}(%r14):u64`);
});

test('follows the frame pointers one level after the other', () => {
  const layout = goLayouts.get(26);
  const text = layout === undefined ? '' : probeDefinition('hit_4aab1801', '/bin/stock', 1, layout);
  expect(text).toContain(' r0=+0(%sp) r1=+8(%bp) r2=+8(+0(%bp)) r3=+8(+0(+0(%bp))) ');
  expect(text.match(/ r\d+=/g)).toHaveLength(callersMax);
});
