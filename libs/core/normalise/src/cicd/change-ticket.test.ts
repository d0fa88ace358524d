import { describe, expect, it } from 'vitest';
import { badlyHandledTwin } from '../testing/hostile-twins.js';
import { failureOf, onlyEvent } from '../testing/normalise-document.js';

const ticket = {
  kind: 'change',
  id: 'CHG352115',
  start: '2026-03-09T11:14:02Z',
  end: '2026-03-09T13:41:14Z',
  services: ['orders-api'],
  summary: 'release orders-api',
};

describe('change-ticket', () => {
  it('reads the window and the services', () => {
    expect(onlyEvent('change-ticket', 'change', ticket)).toMatchObject({
      atUs: 1773054842000000,
      changeId: 'CHG352115',
      startUs: 1773054842000000,
      endUs: 1773063674000000,
      services: ['orders-api'],
      summary: 'release orders-api',
    });
  });

  it.each([
    ['startTime', 'endTime'],
    ['start_time', 'end_time'],
    ['planned_start', 'planned_end'],
  ])('takes %s and %s for the window', (startName, endName) => {
    const { start, end, services: _, ...rest } = ticket;
    const document = { ...rest, [startName]: start, [endName]: end, service: 'orders-api' };
    expect(onlyEvent('change-ticket', 'change', document)).toMatchObject({
      startUs: 1773054842000000,
      endUs: 1773063674000000,
      services: ['orders-api'],
    });
  });

  it('rejects a window without an end, which would explain everything after it', () => {
    expect(failureOf('change-ticket', { ...ticket, end: null }).code).toBe('FL_RECORD_TIME');
  });

  it('rejects a window that ends before it starts', () => {
    expect(failureOf('change-ticket', { ...ticket, end: '2026-03-09T11:00:00Z' }).code).toBe(
      'FL_RECORD_SHAPE',
    );
  });

  it('handles hostile twins', () => expect(badlyHandledTwin(ticket)).toBeNull());
});
