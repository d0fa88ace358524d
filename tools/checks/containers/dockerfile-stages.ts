export interface Instruction {
  readonly keyword: string;
  readonly rest: string;
}

export interface Stage {
  /** The image that the stage begins with, defaults of build arguments put in. */
  readonly image: string;
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** The stages of a Dockerfile that is known to be well-formed. */
export function dockerfileStages(text: string): readonly Stage[] {
  const instructions = instructionsOf(text);
  const starts = instructions.flatMap(({ keyword }, at) => (keyword === 'FROM' ? [at] : []));
  const defaults = defaultsOf(instructions.slice(0, starts[0] ?? 0));
  return starts.map((start, index) => {
    const from = (instructions[start]?.rest ?? '').split(/\s+/).filter((word) => !word.startsWith('--'));
    return {
      image: (from[0] ?? '').replace(/\$\{?(\w+)\}?/g, (_, name: string) => defaults.get(name) ?? ''),
      name: from[2] ?? '',
      instructions: instructions.slice(start + 1, starts[index + 1]),
    };
  });
}

function instructionsOf(text: string): readonly Instruction[] {
  const lines = text.split('\n').filter((line) => !/^\s*(#|$)/.test(line));
  const joined = lines
    .join('\n')
    .replace(/\\\n\s*/g, '')
    .split('\n');
  return joined.map((line) => {
    const [, keyword = '', rest = ''] = /^\s*(\w+)\s*(.*)$/.exec(line) ?? [];
    return { keyword: keyword.toUpperCase(), rest: rest.trim() };
  });
}

function defaultsOf(instructions: readonly Instruction[]): ReadonlyMap<string, string> {
  return new Map(
    instructions
      .filter(({ keyword }) => keyword === 'ARG')
      .map(({ rest }) => {
        const [name = '', ...value] = rest.split('=');
        return [name, value.join('=')] as const;
      }),
  );
}
