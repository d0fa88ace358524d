import { maskSecrets, type JsonValue } from '@faultline/model';
import { textOf, textsOf } from '../json/fields.js';

/** Longest list that a field keeps: audiences, claim names, labels. Real ones have tens. */
const listMax = 1000;

/** Text for people, such as an error message or a user agent, with everything masked that is shaped like a secret. */
export function maskedTextOf(value: JsonValue | undefined): string | null {
  const text = textOf(value);
  return text === null ? null : maskSecrets(text);
}

export function maskText(text: string): string {
  return maskSecrets(text);
}

/**
 * An identifier that other records are joined by; null when it holds a token. Masking would not do: two different tokens would become one
 * identifier, and join what does not belong together.
 */
export function tokenFreeIdOf(value: JsonValue | undefined): string | null {
  const id = textOf(value);
  return id === null || holdsToken(id) ? null : id;
}

/** The texts of a list that hold no token; a single text is a list of one (RFC 7519 §4.1.3 writes `aud` both ways). */
export function tokenFreeTextsOf(value: JsonValue | undefined): string[] {
  return textsOf(value)
    .slice(0, listMax)
    .filter((text) => !holdsToken(text));
}

/** Every JOSE header starts with these three characters (RFC 7515 §3.1); without them no text is looked at twice. */
function holdsToken(text: string): boolean {
  return text.includes('eyJ') && maskSecrets(text) !== text;
}
