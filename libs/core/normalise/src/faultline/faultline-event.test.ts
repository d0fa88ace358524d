import { type Event, eventSchema } from '@faultline/model';
import { describe, expect, it } from 'vitest';
import { badlyHandledTwin } from '../testing/hostile-twins.js';
import { failureOf, normaliseWith, onlyEvent } from '../testing/normalise-document.js';
import { toFaultlineEvent } from './faultline-event.js';

const written = {
  schema: 'faultline.event/1',
  id: 'my-1',
  atUs: 1772981037725000,
  kind: 'dns.query',
  host: 'ws1',
  process: null,
  name: 'example.com',
  answers: ['192.0.2.1'],
};

describe('faultline-event', () => {
  it('reads an event written by hand, which may leave out what it does not know', () => {
    expect(onlyEvent('faultline-event', 'dns.query', written)).toEqual({
      id: 'my-1',
      atUs: 1772981037725000,
      observedAtUs: null,
      clock: null,
      dataset: 'faultline.event',
      record: { path: 'records.jsonl', line: 7, offset: 70, length: JSON.stringify(written).length },
      kind: 'dns.query',
      host: 'ws1',
      process: null,
      name: 'example.com',
      answers: ['192.0.2.1'],
    });
  });

  it('gives an event without an id that of its record', () => {
    const { id: _, ...anonymous } = written;
    expect(onlyEvent('faultline-event', 'dns.query', anonymous).id).toBe('0123456789abcdef0123456789abcdef');
  });

  it.each([
    [{ ...written, answers: ['a', 1] }, '`answers.1`'],
    [{ ...written, kind: 'no.such' }, '`kind`'],
    [{ ...written, host: undefined }, '`host`'],
  ])('names the first wrong field', (document, path) => {
    const failure = failureOf('faultline-event', document);
    expect(failure.code).toBe('FL_RECORD_SHAPE');
    expect(failure.reason).toContain(path);
  });

  it.each([-1, 0.5, '1772981037725000', 9e15, null])('rejects the time %s', (atUs) => {
    expect(failureOf('faultline-event', { ...written, atUs }).code).toBe('FL_RECORD_TIME');
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(written)).toBeNull());
});

describe('toFaultlineEvent', () => {
  it.each(['dns.query', 'wal.change'] as const)('writes a %s that reads back as the same event', (kind) => {
    const event = sampleOf(kind);
    expect(toFaultlineEvent(event)['schema']).toBe('faultline.event/1');
    const [read] = [normaliseWith('faultline-event', toFaultlineEvent(event))].flat();
    expect(read).toEqual({ ...event, record: expect.anything() });
  });
});

function sampleOf(kind: 'dns.query' | 'wal.change'): Event {
  const { schema: _, ...query } = written;
  const base = {
    ...query,
    observedAtUs: 5,
    clock: 'c',
    dataset: 'd',
    record: { path: 'p', line: 1, offset: 0, length: 1 },
  };
  const row = {
    ...base,
    kind,
    xid: '1',
    lsn: '0/1',
    action: 'insert',
    schema: 'public',
    table: 't',
    columns: [],
    identity: [],
  };
  return eventSchema.parse(kind === 'wal.change' ? row : base);
}
