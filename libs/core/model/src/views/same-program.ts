/**
 * Whether a name of the machinery (`shop-orders-1`, `orders.service`, `orders-7d9f8c6b5-x2x1z`) is that of a service (`orders`): the service's
 * words stand in it, side by side. Names only, so what is joined by them is inferred.
 */
export function sameProgram(name: string, service: string): boolean {
  const words = wordsOf(service);
  if (words.length === 0) return false;
  const parts = wordsOf(name);
  return parts.some((_, at) => words.every((word, i) => parts[at + i] === word));
}

function wordsOf(text: string): readonly string[] {
  return text
    .slice(0, 256)
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
