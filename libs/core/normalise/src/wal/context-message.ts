import { isJsonObject, type Event, type EventOf, type JsonObject } from '@faultline/model';
import { tokenFreeIdOf } from '../fields/secret-text.js';
import { textOf } from '../json/fields.js';
import { parseRecord } from '../json/parse-record.js';
import type { WalBase } from './wal-base.js';

/** The prefix that applications emit their context under (`pg_logical_emit_message`); no other prefix is looked into. */
const contextPrefix = 'faultline';
/** A context is a handful of identifiers. */
const contentLengthMax = 64 * 1024;
const nothing: JsonObject = {};

export interface WalMessage {
  readonly prefix: string | null;
  readonly transactional: boolean;
  readonly content: string | null;
}

/** A logical message: the context of a transaction, or a message for somebody else, whose content is not ours to read. */
export function messageEvent(message: WalMessage, base: WalBase): Event {
  const { prefix, transactional, content } = message;
  if (prefix === contextPrefix) {
    return { ...base, kind: 'wal.context', transactional, ...readContext(content ?? '') };
  }
  const { xid: _xid, lsn: _lsn, ...rest } = base;
  return { ...rest, kind: 'other', action: 'wal.message', host: null, service: null };
}

/**
 * What an application says about the transaction it writes in. Any role may emit such a message, so it is a claim; a content that is no
 * context still gives an event, with nothing in it.
 */
function readContext(
  content: string,
): Pick<EventOf<'wal.context'>, 'service' | 'traceId' | 'tokenHmac' | 'signed'> {
  const context = parseContent(content);
  return {
    service: tokenFreeIdOf(context['service']),
    traceId: tokenFreeIdOf(context['trace_id']),
    tokenHmac: tokenFreeIdOf(context['token_hmac']),
    signed: textOf(context['nonce']) !== null && textOf(context['mac']) !== null,
  };
}

function parseContent(content: string): JsonObject {
  if (content.length > contentLengthMax) return nothing;
  const parsed = parseRecord(content);
  return 'value' in parsed && isJsonObject(parsed.value) ? parsed.value : nothing;
}
