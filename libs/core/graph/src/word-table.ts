/** Interned words (kinds of links, names of rules). `rank()` gives numbers that depend on the set of words alone. */
export class WordTable {
  readonly #numbers = new Map<string, number>();

  intern(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(word, number);
    return number;
  }

  rank(): { readonly words: readonly string[]; readonly rankOf: Int32Array } {
    const words = [...this.#numbers.keys()].sort();
    const rankOf = new Int32Array(words.length);
    words.forEach((word, place) => (rankOf[this.#numbers.get(word)!] = place));
    return { words, rankOf };
  }
}
