import { visibleText } from './visible-text.js';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Escapes for text and for quoted attributes of HTML and SVG. For text that is already harmless; else use `htmlText`. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`]/gu, (character) => entities[character] ?? '');
}

/** Text of unknown origin, masked, made visible, shortened and escaped. */
export function htmlText(text: string, limit = 300): string {
  return escapeHtml(visibleText(text, limit));
}

/**
 * A value for `id`, `href="#…"` and Markdown anchors. Different inputs give different anchors: what is not a letter, digit, dot or hyphen
 * becomes `_` and its code in hexadecimal.
 */
export function anchorName(prefix: string, text: string): string {
  const safe = text.replace(
    /[^A-Za-z0-9.-]/gu,
    (character) => `_${(character.codePointAt(0) ?? 0).toString(16)}_`,
  );
  return `${prefix}-${safe}`;
}
