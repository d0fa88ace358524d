import type { Crash, PeerCertainty } from '@faultline/model';
import { hostileTexts } from '@faultline/report/testing';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { CrashDetail } from '../api/crash-schemas.js';
import { CrashView } from '../pages/crash-page.js';
import { sampleCrashDetail } from '../testing/crash-answers.js';
import { isGoFrame } from './frame-origin.js';
import { orderedGoroutines } from './goroutine-list.js';

const markupOf = (detail: CrashDetail): string => renderToStaticMarkup(<CrashView detail={detail} />);
const withCrash = (change: Partial<Crash>): CrashDetail => {
  const detail = sampleCrashDetail();
  return { ...detail, crash: { ...detail.crash, ...change } };
};

describe('a crash', () => {
  it('shows both sides, what to do, what is open, and its incident', () => {
    const markup = markupOf(sampleCrashDetail());
    for (const text of [
      'A map was read while it was written',
      'main.(*Cart).Get',
      'cart.go:31',
      'Goroutine 18, read it (map read)',
      'Goroutine 7, wrote to it: it stood in the function that writes',
      'What to do: take RLock around the read',
      'would tell: nothing',
      'href="#/incidents/i%2F1"',
    ])
      expect(markup).toContain(text);
    expect(markup).not.toContain('Not confirmed');
    // The dump itself comes on demand.
    expect(markup).not.toContain('fatal error: raw');
  });

  it.each<[PeerCertainty, string]>([
    ['certain', 'Certain'],
    ['likely', 'Likely'],
    ['hypothesis', 'A hypothesis'],
    ['cannot-be-told', 'Cannot be told'],
  ])('says %s in words', (certainty, word) => {
    const { candidates } = sampleCrashDetail().crash.peer;
    const markup = markupOf(withCrash({ peer: { certainty, candidates } }));
    expect(markup).toMatch(new RegExp(`class="chip certainty-${certainty}"[^>]*>${word}<`, 'u'));
  });

  it('says that a claim is not confirmed, and why', () => {
    const markup = markupOf(withCrash({ confirmed: false, unconfirmedReason: 'it stands in a panic' }));
    expect(markup).toContain('>Not confirmed<');
    expect(markup).toContain('it stands in a panic');
  });

  it('has no other party where there was no race, and no place without a stack', () => {
    const markup = markupOf(withCrash({ kind: 'panic', crashing: null, goroutines: [] }));
    expect(markup).not.toContain('Other party');
    expect(markup).toContain('a message and no stack');
  });

  it('opens the goroutine that died and the other party, in that order, and closes the rest', () => {
    const { crash } = sampleCrashDetail();
    const shuffled = { ...crash, goroutines: crash.goroutines.toReversed() };
    expect(orderedGoroutines(shuffled).map(([{ id }, mark]) => [id, mark])).toEqual([
      [18, 'crashing'],
      [7, 'peer'],
      [1, null],
    ]);
    const markup = markupOf({ ...sampleCrashDetail(), crash: shuffled });
    expect(markup.match(/<details class="goroutine \w+" open=""/gu)).toHaveLength(2);
    expect(markup).toContain('<details class="goroutine plain"><');
  });

  it.each(Object.entries(hostileTexts))('shows hostile text as text: %s', (_, text) => {
    const frame = { function: text, file: text, line: 1 };
    const candidate = { goroutine: 7, ...frame, why: text };
    const markup = markupOf({
      ...withCrash({
        message: text,
        crashing: { goroutine: 18, role: 'reader', op: text, ...frame },
        peer: { certainty: 'likely', candidates: [candidate] },
        goroutines: [{ id: 18, state: text, frames: [frame], createdBy: { ...frame, goroutine: 1 } }],
        losses: [text],
        notes: [text],
        cannotTell: [{ what: text, wouldTell: text }],
      }),
      service: text,
      incidents: [{ id: 'i/1', title: text }],
    });
    expect(markup).not.toMatch(/<script|<img|onerror="|[\u202a-\u202e\u2066-\u2069]/u);
    expect(markup.includes('x'.repeat(900))).toBe(false);
  });
});

describe('frames', () => {
  it.each([
    ['runtime.gopark', '/usr/local/go/src/runtime/proc.go', true],
    ['internal/runtime/maps.fatal', null, true],
    ['encoding/json.Marshal', 'C:/Program Files/Go/src/encoding/json/encode.go', true],
    ['encoding/json.Marshal', '/opt/go1.26.8/src/encoding/json/encode.go', true],
    ['net/http.(*conn).serve', 'net/http/server.go', true],
    ['main.main', '/usr/local/go/src/main.go', false],
    ['example.com/shop/cart%2ev2.(*Cart).Add', '/home/a/go/src/example.com/shop/cart.go', false],
    ['log.Print', '/src/shop/log/log.go', false],
  ])('%s in %s is of Go itself: %s', (name, file, isGo) => {
    expect(isGoFrame({ function: name, file })).toBe(isGo);
  });
});
