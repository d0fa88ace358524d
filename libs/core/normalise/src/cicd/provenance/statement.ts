import { isJsonObject, type JsonObject } from '@faultline/model';
import { objectsOf } from '../../fields/objects.js';
import { textOf } from '../../json/fields.js';
import { parseRecord } from '../../json/parse-record.js';
import { badShape } from '../../fields/failures.js';
import type { NormaliseFailure } from '../../source-normaliser.js';
import { textOfBase64 } from '../../fields/base64.js';

/** An in-toto statement and the envelope's part in it. */
export interface Statement {
  readonly statement: JsonObject;
  /** The envelope holds a signature. Nobody has verified it yet. */
  readonly signed: boolean;
}

const statementType = 'https://in-toto.io/Statement/';
const signaturesMax = 100;
const payloadType = 'application/vnd.in-toto+json';

export function isPlainStatement(document: JsonObject): boolean {
  return textOf(document['_type'])?.startsWith(statementType) === true && 'predicateType' in document;
}

/** A DSSE envelope, bare or within a Sigstore bundle. */
export function envelopeIn(document: JsonObject): JsonObject | null {
  const envelope = isJsonObject(document['dsseEnvelope']) ? document['dsseEnvelope'] : document;
  return envelope['payloadType'] === payloadType && typeof envelope['payload'] === 'string' ? envelope : null;
}

export function readStatement(document: JsonObject): Statement | NormaliseFailure {
  const envelope = envelopeIn(document);
  if (envelope === null) return { statement: document, signed: false };
  const text = textOfBase64(textOf(envelope['payload']) ?? '');
  if (text === null)
    return badShape('A DSSE envelope without payload', '`payload` must be base64 (RFC 4648)');
  const parsed = parseRecord(text);
  if (!('value' in parsed)) return parsed;
  if (!isJsonObject(parsed.value) || !isPlainStatement(parsed.value)) {
    return badShape(
      'A DSSE payload that is no in-toto statement',
      '`_type` must be a Statement of in-toto.io',
    );
  }
  return { statement: parsed.value, signed: isSigned(envelope) };
}

function isSigned(envelope: JsonObject): boolean {
  return objectsOf(envelope['signatures'], signaturesMax).some(
    (signature) => textOf(signature['sig']) !== null,
  );
}
