import { baseName, normalisePath, processEntity, type EventOf } from '@faultline/model';
import type { Detection, ImpactCandidate } from '../detection.js';
import { processLineage, type ProcessLineage } from './process-lineage.js';

const vmRead = 0x0010;
/** Everything a handle can carry; honest tools ask for what they need. */
const nearlyAllRights = 0x1f0fff;

/** An impact from this score on. Benign readers (management services, antivirus, inventory) stay at or below 1. */
const impactScore = 3;
/** This many reads by one image make a routine of it. */
const routineReads = 20;

/**
 * OS credential dumping from LSASS memory (ATT&CK T1003.001). Opening lsass is ordinary: hundreds of lawful accesses per ten minutes ask for its
 * name or state. The right to read memory is needed first; then the caller's stack, its place on disk, its novelty and its lineage decide.
 */
export const lsassMemoryRead: Detection = {
  id: 'lsass-memory-read',
  find(index) {
    const lineage = index.memo(processLineage);
    const actors = new Map<string, EventOf<'process.access'>[]>();
    const readsByImage = new Map<string, number>();
    for (const event of index.of('process.access')) {
      if ((event.grantedAccess & vmRead) === 0 || event.target.image === null) continue;
      if (baseName(event.target.image).toLowerCase() !== 'lsass.exe') continue;
      const actor = `${event.host}/${event.source.key}`;
      const list = actors.get(actor);
      if (list === undefined) actors.set(actor, [event]);
      else list.push(event);
      const image = `${event.host}/${normalisePath(event.source.image ?? '')}`;
      readsByImage.set(image, (readsByImage.get(image) ?? 0) + 1);
    }
    return [...actors.values()].flatMap((reads) => candidateOf(reads, lineage, readsByImage));
  },
};

function candidateOf(
  reads: readonly EventOf<'process.access'>[],
  lineage: ProcessLineage,
  readsByImage: ReadonlyMap<string, number>,
): ImpactCandidate[] {
  // Sysmon's record has the call stack; the audit log's handle request, milliseconds earlier, has not.
  const first = reads.find((read) => read.dataset.includes('sysmon')) ?? reads[0];
  if (first === undefined) return [];
  const { score, reasons } = scoreOf(reads, first, lineage, readsByImage);
  if (score < impactScore) return [];
  const actor = processEntity(first.host, first.source);
  return [
    {
      detection: 'lsass-memory-read',
      title: `Credentials read from the memory of lsass.exe on ${first.host}`,
      severity: 'critical',
      score,
      entity: processEntity(first.host, first.target),
      by: actor,
      atUs: first.atUs,
      event: first.id,
      why: `${actor.label} read the memory of lsass.exe (access 0x${first.grantedAccess.toString(16)}): ${reasons.join(', ')}`,
      attack: ['T1003.001'],
      carriers: new Set(reads.map((read) => read.id)),
      horizonUs: null,
    },
  ];
}

function scoreOf(
  reads: readonly EventOf<'process.access'>[],
  first: EventOf<'process.access'>,
  lineage: ProcessLineage,
  readsByImage: ReadonlyMap<string, number>,
): { score: number; reasons: string[] } {
  const image = normalisePath(first.source.image ?? '');
  const ancestry = lineage.ancestry(first.host, first.source.key);
  const reasons: string[] = [];
  let score = 0;
  const weigh = (applies: boolean, weight: number, reason: string) => {
    if (!applies) return;
    score += weight;
    if (weight > 0) reasons.push(reason);
  };
  weigh(
    reads.some((read) => read.callerDumps),
    4,
    'the call stack passes the minidump library',
  );
  weigh(
    reads.some((read) => read.callerUnbacked),
    3,
    'called from memory that belongs to no module',
  );
  weigh(
    reads.some((read) => (read.grantedAccess & nearlyAllRights) === nearlyAllRights),
    1,
    'asked for nearly all rights',
  );
  weigh(isUserWritable(image), 2, 'runs from a folder that users can write');
  const [own, ...parents] = ancestry;
  weigh(own !== undefined && lineage.isNewProgram(own), 3, 'its program was written shortly before');
  weigh(
    parents.some((start) => lineage.isNewProgram(start)),
    2,
    'an ancestor’s program was written shortly before',
  );
  weigh(isSystemFolder(image), -2, '');
  weigh((readsByImage.get(`${first.host}/${image}`) ?? 0) >= routineReads, -4, '');
  return { score, reasons: reasons.length === 0 ? ['unusual reader'] : reasons };
}

function isSystemFolder(image: string): boolean {
  return /^[a-z]:\\windows\\(?:system32|syswow64|winsxs|servicing)\\/.test(image);
}

function isUserWritable(image: string): boolean {
  return (
    /^[a-z]:\\(?:users|temp|tmp|perflogs|recycler|\$recycle\.bin|windows\\temp|windows\\tasks|programdata\\(?!microsoft\\))/.test(
      image,
    ) || /^[a-z]:\\[^\\]+$/.test(image)
  );
}
