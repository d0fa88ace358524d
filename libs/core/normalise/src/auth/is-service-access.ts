import { isJsonObject, type JsonObject } from '@faultline/model';
import { at, textsAt } from '../json/fields.js';

/**
 * An ECS record of a request that a service served, with or without a token. Alerts about requests are findings of another system, and
 * requests that a network sensor saw (`event.category` without `web`) are flows: both belong to the ECS source, which asks here first.
 */
export function isServiceAccess(document: JsonObject): boolean {
  if (!('@timestamp' in document)) return false;
  const kind = at(document, 'event.kind');
  if (kind === 'alert' || kind === 'signal') return false;
  if (isJsonObject(document['token'])) return true;
  const categories = textsAt(document, 'event.category');
  return categories.includes('web') || (categories.length === 0 && hasHttp(document));
}

function hasHttp(document: JsonObject): boolean {
  return (
    at(document, 'http.response.status_code') !== undefined ||
    at(document, 'http.request.method') !== undefined
  );
}
