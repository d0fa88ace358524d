import { describe, expect, it } from 'vitest';
import { indexEvents, type Event } from '@faultline/model';
import { event, mondayUs } from '../testing/events.js';
import { alertAsImpact } from './alert-as-impact.detection.js';

const find = (...events: readonly Event[]) => alertAsImpact.find(indexEvents(events));
const request = event('http.access', mondayUs);

describe('alerts as impacts', () => {
  it('takes a severe alert, once for every rule and place', () => {
    const impacts = find(
      request,
      ...[0, 1, 2].map((n) =>
        event('alert', mondayUs + n, { severity: 90, host: 'alpha', name: 'Ransom note' }),
      ),
    );
    expect(impacts).toMatchObject([{ severity: 'critical', title: 'Ransom note on alpha' }]);
    expect(impacts[0]?.why).toContain('3 times, first at 2026-03-02T00:00:00');
  });

  it('ends at the time of the record that it names', () => {
    const alerts = [0, 1, 2].map((n) => event('alert', mondayUs + n, { severity: 90 }));
    const [impact] = find(request, ...alerts);
    expect(alerts.find(({ id }) => id === impact?.event)?.atUs).toBe(impact?.atUs);
  });

  it('leaves ordinary monitoring alone where other records were read', () => {
    expect(find(request, event('alert', mondayUs, { severity: 45, service: 'orders-api' }))).toEqual([]);
  });

  it('takes the five rarest where nothing but weak alerts came in', () => {
    const alerts = Array.from({ length: 12 }, (_, rule) =>
      Array.from({ length: rule + 1 }, (__, n) =>
        event('alert', mondayUs + n, { rule: `r${rule}`, name: `R${rule}`, severity: 40, host: 'alpha' }),
      ),
    ).flat();
    expect(find(...alerts).map(({ title }) => title.split(' ')[0])).toEqual(['R0', 'R1', 'R2', 'R3', 'R4']);
  });

  it('looks a quarter of an hour back from an alert about a busy place only', () => {
    expect(
      find(request, event('alert', mondayUs, { severity: 90, service: 'orders-api' }))[0]?.horizonUs,
    ).toBe(15 * 60_000_000);
  });

  it('knows nothing of an empty record', () => expect(find()).toEqual([]));
});
