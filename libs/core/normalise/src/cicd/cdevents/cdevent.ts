import { isJsonObject, type JsonObject } from '@faultline/model';
import { firstTimeUs } from '../../fields/first-time.js';
import { objectOf } from '../../fields/objects.js';
import { textAt, textOf } from '../../json/fields.js';

/** One CDEvent, whichever envelope it came in. */
export interface Cdevent {
  /** `taskrun` of `dev.cdevents.taskrun.finished.0.3.0`. */
  readonly subjectType: string;
  /** `finished`. */
  readonly predicate: string;
  readonly atUs: number | null;
  readonly chainId: string | null;
  readonly subjectId: string | null;
  readonly content: JsonObject;
  /** Where the event comes from: of the subject, of the CDEvent, of the envelope. Some senders put the run's URL there. */
  readonly sources: readonly string[];
}

const prefix = 'dev.cdevents.';
/** Longest name of a subject or predicate; names are words. */
const nameMax = 60;

/** `data` of a structured CloudEvent, or the document itself when a CDEvent came bare. */
function cdeventIn(document: JsonObject): JsonObject {
  return isJsonObject(document['data']) ? document['data'] : document;
}

export function isCdevent(document: JsonObject): boolean {
  const inner = cdeventIn(document);
  return (
    isJsonObject(inner['subject']) && isJsonObject(inner['context']) && typeOf(document).startsWith(prefix)
  );
}

/** The envelope repeats the type of the context; either will do. */
function typeOf(document: JsonObject): string {
  return textAt(cdeventIn(document), 'context.type') ?? textOf(document['type']) ?? '';
}

/** The version at the end of the type is not looked at: later versions add fields, and absent ones are null here. */
export function readCdevent(document: JsonObject): Cdevent {
  const inner = cdeventIn(document);
  const context = objectOf(inner['context']);
  const subject = objectOf(inner['subject']);
  const [subjectType = '', predicate = ''] = typeOf(document).slice(prefix.length).split('.', 2);
  const sources = [subject['source'], context['source'], document['source']].map(textOf);
  return {
    subjectType: subjectType.slice(0, nameMax),
    predicate: predicate.slice(0, nameMax),
    atUs: firstTimeUs(context['timestamp'], document['time']),
    chainId: textOf(context['chainId']),
    subjectId: textOf(subject['id']),
    content: objectOf(subject['content']),
    sources: sources.filter((source) => source !== null),
  };
}
