import type { GoExpression, GoFile, GoType, GoVariable } from './go-file.js';
import { folderOf, type FunctionSite, type GoProgram, type TypeSite } from './go-program.js';

/** Where an expression stands. */
export interface Standpoint {
  readonly file: GoFile;
  /** Null at the top of a file. */
  readonly site: FunctionSite | null;
  readonly at: number;
}

/** A written type, and the file whose imports its name is to be read with. */
interface TypeInFile {
  readonly type: GoType;
  readonly file: GoFile;
}

/** Longer ways from a name to its type or meaning are given up: sources may be circular. */
const stepsMax = 12;

/**
 * What expressions mean, by names and declared types: no type checker, so some stay unknown. A key stands for one variable, field, result
 * or element; equal keys are surely the same thing, and the same thing may have several keys until flows join them.
 */
export class Resolver {
  constructor(readonly program: GoProgram) {}

  keyOf(expression: GoExpression, here: Standpoint, steps = 0): string | null {
    if (steps > stepsMax) return null;
    switch (expression.kind) {
      case 'name':
        return this.#keyOfName(expression.name, here);
      case 'field':
        return this.#keyOfField(expression, here, steps + 1);
      case 'element': {
        const key = this.keyOf(expression.of, here, steps + 1);
        return key === null ? null : `${key}[]`;
      }
      case 'call':
        return this.#keyOfCall(expression, here, steps + 1);
      default:
        return null;
    }
  }

  /** The declared type, as far as declarations tell. */
  typeOf(expression: GoExpression, here: Standpoint, steps = 0): TypeInFile | null {
    if (steps > stepsMax) return null;
    switch (expression.kind) {
      case 'literal':
        return { type: expression.type, file: here.file };
      case 'name': {
        const found = this.variable(expression.name, here);
        return found === null ? null : this.#typeOfVariable(found.variable, found.here, steps + 1);
      }
      case 'field':
        return this.#typeOfField(expression, here, steps + 1);
      case 'element': {
        const of = this.typeOf(expression.of, here, steps + 1);
        const element = of?.type.element ?? this.#declared(of)?.declaration.underlying?.element ?? null;
        return of === null || element === null ? null : { type: element, file: of.file };
      }
      case 'call': {
        const called = this.calledBy(expression.of, here, steps + 1);
        const result = called?.function.results[0];
        return called === null || result === undefined ? null : { type: result, file: called.file };
      }
      default:
        return null;
    }
  }

  /** The declaration of the expression's type; null for a type without one among the sources. */
  typeSiteOf(expression: GoExpression, here: Standpoint, steps = 0): TypeSite | null {
    return this.#declared(this.typeOf(expression, here, steps));
  }

  /** The function that a call of the expression runs; null where that is not one among the sources, or not certain. */
  calledBy(callee: GoExpression, here: Standpoint, steps = 0): FunctionSite | null {
    const { program } = this;
    if (callee.kind === 'name') {
      if (this.variable(callee.name, here)?.here.site) return null;
      return program.functionNamed(callee.name, folderOf(here.file));
    }
    if (callee.kind === 'element') return this.calledBy(callee.of, here, steps + 1);
    if (callee.kind !== 'field' || steps > stepsMax) return null;
    const folder = this.#packageOf(callee.of, here);
    if (folder !== null) return program.functionNamed(callee.name, folder);
    const type = this.typeSiteOf(callee.of, here, steps + 1);
    if (type !== null) return this.#method(callee.name, type, 0);
    const [only, ...more] = program.methodsNamed(callee.name, folderOf(here.file));
    return more.length === 0 ? (only ?? null) : null;
  }

  /** The variable that a name means here: of this function, of one around it, or of the package. */
  variable(
    name: string,
    here: Standpoint,
  ): { readonly variable: GoVariable; readonly here: Standpoint } | null {
    let { at } = here;
    for (let site = here.site; site !== null; site = this.program.parentOf(site)) {
      const { variables, parameters, receiver } = site.function;
      const local = variables.findLast((each) => each.name === name && each.at < at && each.until >= at);
      const variable =
        local ?? [...parameters, ...(receiver ? [receiver] : [])].find((each) => each.name === name);
      if (variable !== undefined) return { variable, here: { file: here.file, site, at: variable.at } };
      at = site.function.at;
    }
    const found = this.program.variableNamed(name, folderOf(here.file));
    return found === null ? null : { ...found, here: { file: found.file, site: null, at: 0 } };
  }

  #keyOfName(name: string, here: Standpoint): string | null {
    const found = this.variable(name, here);
    if (found === null) return null;
    const { site, file } = found.here;
    if (site === null) return `var ${folderOf(file)}.${name}`;
    return `local ${site.id} ${name}@${String(found.variable.at)}`;
  }

  #keyOfField(
    { of, name }: GoExpression & { readonly kind: 'field' },
    here: Standpoint,
    steps: number,
  ): string | null {
    const folder = this.#packageOf(of, here);
    if (folder !== null) return `var ${folder}.${name}`;
    const base = this.typeSiteOf(of, here, steps);
    const owner = base === null ? this.#onlyStructWith(name, here) : this.#ownerOf(name, base, 0);
    return owner === null ? `field ?${folderOf(here.file)}.${name}` : `field ${owner.id}.${name}`;
  }

  #keyOfCall(
    { of, arguments: given }: GoExpression & { readonly kind: 'call' },
    here: Standpoint,
    steps: number,
  ): string | null {
    const [first] = given;
    if (first !== undefined && of.kind === 'field' && /^(?:ValueOf|Indirect)$/.test(of.name)) {
      return this.keyOf(first, here, steps);
    }
    const called = this.calledBy(of, here, steps);
    // A conversion looks like a call: `Tags(m)` is still m.
    if (called === null && first !== undefined && given.length === 1 && this.#isType(of, here)) {
      return this.keyOf(first, here, steps);
    }
    return called === null ? null : `result ${called.id}`;
  }

  #isType(of: GoExpression, { file }: Standpoint): boolean {
    if (of.kind === 'name') return this.program.typeNamed(of.name, file) !== null;
    return of.kind === 'field' && /^(?:Header|MIMEHeader)$/.test(of.name);
  }

  #packageOf(of: GoExpression, here: Standpoint): string | null {
    if (of.kind !== 'name' || this.variable(of.name, here) !== null) return null;
    return this.program.folderOfImport(of.name, here.file);
  }

  #typeOfVariable({ type, value }: GoVariable, here: Standpoint, steps: number): TypeInFile | null {
    if (type !== null) return { type, file: here.file };
    return value === null ? null : this.typeOf(value, here, steps);
  }

  #typeOfField(
    { of, name }: GoExpression & { readonly kind: 'field' },
    here: Standpoint,
    steps: number,
  ): TypeInFile | null {
    const folder = this.#packageOf(of, here);
    if (folder !== null) {
      const found = this.program.variableNamed(name, folder);
      return found && this.#typeOfVariable(found.variable, { file: found.file, site: null, at: 0 }, steps);
    }
    const base = this.typeSiteOf(of, here, steps);
    const owner = base === null ? this.#onlyStructWith(name, here) : this.#ownerOf(name, base, 0);
    const field = owner?.declaration.fields.find((each) => each.name === name);
    return owner === null || field === undefined ? null : { type: field.type, file: owner.file };
  }

  /** Where the type of the base is not known, the only struct of the package with such a field is a good guess. */
  #onlyStructWith(field: string, { file }: Standpoint): TypeSite | null {
    const [only, ...more] = this.program.structsWith(field, folderOf(file));
    return more.length === 0 ? (only ?? null) : null;
  }

  /** The struct that has the field: the type itself or one embedded in it. */
  #ownerOf(field: string, type: TypeSite, depth: number): TypeSite | null {
    if (type.declaration.fields.some(({ name }) => name === field)) return type;
    for (const inner of this.#embedded(type, depth)) {
      const owner = this.#ownerOf(field, inner, depth + 1);
      if (owner !== null) return owner;
    }
    return null;
  }

  #method(name: string, type: TypeSite, depth: number): FunctionSite | null {
    const own = this.program.methodNamed(name, type);
    if (own !== null) return own;
    for (const inner of this.#embedded(type, depth)) {
      const method = this.#method(name, inner, depth + 1);
      if (method !== null) return method;
    }
    return null;
  }

  #embedded({ declaration, file }: TypeSite, depth: number): readonly TypeSite[] {
    if (depth > 3) return [];
    return declaration.fields
      .filter(({ isEmbedded }) => isEmbedded)
      .flatMap(({ type }) => this.program.typeNamed(type.name, file) ?? []);
  }

  #declared(found: TypeInFile | null): TypeSite | null {
    return found === null || found.type.name === ''
      ? null
      : this.program.typeNamed(found.type.name, found.file);
  }
}
