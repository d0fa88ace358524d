import type { LoggedLine } from '@faultline/model';

const actionDownload = /Download action repository '([^']+)' \(SHA:([0-9a-f]{40})\)/;
const imageDigest = /([\w.:/-]{1,256})@(sha256:[0-9a-f]{64})/g;
/** An attacker writes these lines; what a command is stands at their beginning. */
const lineMax = 2000;
const actionUse = /^##\[group\]Run ([\w.-]+\/[\w./-]+@\S+)\s*$/;
const url = /\bhttps?:\/\/([A-Za-z0-9.-]+)/g;
/** Lines that tell of a transfer. A host that a warning or a hint merely mentions was not spoken to. */
const transfer =
  /\b(?:download|fetch|pull|clon|upload|push)(?:e?s|ed|ing)?\b|^\s*(?:GET|POST|PUT|Get:\d+)\s/i;

/** Typed facts of what a step executed: pinned code, commands, hosts spoken to. Dependency hashes and digests are kept, never masked. */
export interface ExecutedFacts {
  /** `action org/name@ref = SHA`, `image name = digest`. */
  readonly pins: ReadonlyMap<string, string>;
  readonly commands: ReadonlySet<string>;
  readonly hosts: ReadonlySet<string>;
  /** Actions that the step runs, `org/name@ref`. */
  readonly uses: ReadonlySet<string>;
}

export function executedFacts(lines: readonly LoggedLine[]): ExecutedFacts {
  const pins = new Map<string, string>();
  const commands = new Set<string>();
  const hosts = new Set<string>();
  const uses = new Set<string>();
  let inRunGroup = false;
  for (const line of lines) {
    const text = line.text.slice(0, lineMax);
    const use = actionUse.exec(text);
    if (use !== null) uses.add(use[1] ?? '');
    const action = actionDownload.exec(text);
    if (action !== null) pins.set(`action ${action[1] ?? ''}`, action[2] ?? '');
    // `FROM image@digest` and its like; a digest that the build itself pushes differs every time and names no input.
    if (/\bFROM\b|resolve |pulling|Digest for base/i.test(text)) {
      for (const match of text.matchAll(imageDigest)) pins.set(`image ${match[1] ?? ''}`, match[2] ?? '');
    }
    if (text.startsWith('##[group]Run ')) inRunGroup = true;
    else if (text.startsWith('##[endgroup]')) inRunGroup = false;
    const command = commandOf(text, inRunGroup);
    if (command !== null) commands.add(maskArguments(command));
    if (command === null && !transfer.test(text)) continue;
    for (const match of text.matchAll(url)) hosts.add((match[1] ?? '').toLowerCase());
  }
  return { pins, commands, hosts, uses };
}

function commandOf(text: string, inRunGroup: boolean): string | null {
  if (text.startsWith('##[group]Run ')) return text.slice('##[group]Run '.length);
  if (text.startsWith('[command]')) return text.slice('[command]'.length);
  if (/^\++ \S/.test(text)) return text.replace(/^\++ /, '');
  // `$ command` of make and yarn, `> command` of npm (which also prints `> package@version script`).
  if (/^[$>] \S/.test(text)) return text.slice(2);
  return inRunGroup && !/^\s*(?:shell|env|with):|^##\[|^\s{2,}[\w-]+:/.test(text) && text.trim() !== ''
    ? text
    : null;
}

/** Run ids, commit ids, branches and counters differ between honest runs of the same command. */
function maskArguments(command: string): string {
  return command
    .replace(/\u001b\[[0-9;]*[A-Za-z]/g, '')
    .replace(/\brefs\/[\w./-]+/g, '<ref>')
    .replace(/\b[0-9a-f]{7,}\b/gi, '<hex>')
    .replace(/\d+/g, '<n>')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 500);
}
