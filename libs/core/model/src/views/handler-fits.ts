/** Shorter words are in every name and every path. */
const wordCharsMin = 3;
/** Words that say what every handler and every path is, and words that Go itself puts there. */
const empty: ReadonlySet<string> = new Set(
  'api app main func handle handler handlers http serve server service controller route routes get set post put delete list new the with from internal cmd pkg com org net github'.split(
    ' ',
  ),
);

/**
 * Whether a function could be the one that serves a path, by the words of their names alone: `main.(*Shop).handleOrders` and `/v1/orders/7`.
 * Names are a habit and no proof, so what is joined by them is inferred.
 */
export function handlerFits(functions: readonly string[], path: string): boolean {
  const segments = new Set(wordsOf(path));
  if (segments.size === 0) return false;
  return functions.some((name) => wordsOf(ownPart(name)).some((word) => segments.has(word)));
}

/** `github.com/acme/shop/web.(*Orders).Get` without the path of its module: hosts and companies are no routes. */
function ownPart(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}

function wordsOf(text: string): readonly string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .split(/[^A-Za-z]+/)
    .map((word) => word.toLowerCase().replace(/s$/, ''))
    .filter((word) => word.length >= wordCharsMin && !empty.has(word));
}
