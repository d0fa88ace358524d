import type { Event } from '@faultline/model';
import { otherWindowsEvent } from './other-event.js';
import { securityEvent, securityFields } from './security.js';
import { sysmonEvent, sysmonFields } from './sysmon.js';
import type { WindowsRecord } from './windows-record.js';

export const eventDataFields: readonly string[] = [...new Set([...sysmonFields, ...securityFields])];

/** One mapping for all dialects. */
export function windowsEvent(w: WindowsRecord): Event {
  if (w.channel === 'sysmon') return sysmonEvent(w);
  if (w.channel === 'security') return securityEvent(w);
  return otherWindowsEvent(w, w.loggedAtUs, w.clocks.collector);
}

const channels = new Map<string, string>();
const channelsMax = 1024;

/** `Microsoft-Windows-Sysmon/Operational` → `sysmon`, `Windows PowerShell` → `windows-powershell`. Memoised: there are few channels. */
export function channelName(channel: string): string {
  const known = channels.get(channel);
  if (known !== undefined) return known;
  if (channels.size >= channelsMax) channels.clear();
  const slash = channel.indexOf('/');
  const words = (slash < 0 ? channel : channel.slice(0, slash))
    .toLowerCase()
    .replace('microsoft-windows-', '')
    .replaceAll(' ', '-');
  const name = words === 'security-auditing' ? 'security' : words;
  channels.set(channel, name);
  return name;
}
