import type { GoAccess, GoCall, GoFlow, GoFunction, GoLockCall, GoVariable } from '@faultline/crash';
import type { Node } from 'web-tree-sitter';
import { accessesOfCall } from './call-accesses.js';
import { variablesOfVar, parametersOf, resultsOf } from './declarations.js';
import { argumentsOf, expressionOf, typeOf } from './expressions.js';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Draft extends Mutable<
  Omit<GoFunction, 'variables' | 'accesses' | 'calls' | 'locks' | 'flows' | 'returns'>
> {
  readonly variables: GoVariable[];
  readonly accesses: GoAccess[];
  readonly calls: GoCall[];
  readonly locks: GoLockCall[];
  readonly flows: GoFlow[];
  readonly returns: GoFunction['returns'][number][];
}

/** Statements nested deeper than people write are not looked at; the parser itself has no such limit. */
const depthMax = 200;

interface Where {
  readonly draft: Draft;
  readonly index: number;
  /** The innermost block. */
  readonly from: number;
  readonly until: number;
  readonly depth: number;
}

/** Collects what the functions of one file do. Function literals are functions of their own, with their parent. */
export class FunctionReader {
  readonly functions: Draft[] = [];

  /** A function or method declaration, or a function literal. */
  read(node: Node, parent: number | null, use: GoFunction['use']): number {
    const receiver = node.childForFieldName('receiver');
    const until = node.endIndex;
    const results = node.childForFieldName('result');
    const draft: Draft = {
      name: node.childForFieldName('name')?.text ?? '',
      receiver: parametersOf(receiver, until)[0] ?? null,
      isGeneric:
        node.childForFieldName('type_parameters') !== null || /^\([^)]*\[/.test(receiver?.text ?? ''),
      parameters: parametersOf(node.childForFieldName('parameters'), until),
      results: resultsOf(results),
      line: node.startPosition.row + 1,
      lastLine: node.endPosition.row + 1,
      at: node.startIndex,
      parent,
      use,
      variables: results?.type === 'parameter_list' ? [...parametersOf(results, until)] : [],
      accesses: [],
      calls: [],
      locks: [],
      flows: [],
      returns: [],
    };
    const index = this.functions.push(draft) - 1;
    const body = node.childForFieldName('body');
    if (body !== null) this.#visit(body, { draft, index, from: body.startIndex, until, depth: 0 });
    return index;
  }

  /** Function literals in the values of package variables. */
  readLiterals(node: Node): void {
    for (const literal of node.descendantsOfType('func_literal')) {
      const known = this.functions.some(({ at, line, lastLine }) => {
        return (
          at <= literal.startIndex &&
          line <= literal.startPosition.row + 1 &&
          lastLine > literal.endPosition.row
        );
      });
      if (!known) this.read(literal, null, 'kept');
    }
  }

  #visit(node: Node, where: Where): void {
    if (where.depth > depthMax) return;
    const inner = { ...where, depth: where.depth + 1, ...blockOf(node) };
    switch (node.type) {
      case 'func_literal':
        this.read(node, where.index, 'kept');
        return;
      case 'call_expression':
        this.#call(node, inner, false);
        return;
      case 'go_statement':
        for (const call of node.namedChildren)
          if (call.type === 'call_expression') this.#call(call, inner, true);
        return;
      case 'defer_statement':
        this.#deferred(node, inner);
        return;
      case 'index_expression':
        this.#access(where.draft, 'read', node);
        break;
      case 'assignment_statement':
        this.#assign(node, inner);
        return;
      case 'short_var_declaration':
        this.#declare(node, inner);
        break;
      case 'var_declaration':
        where.draft.variables.push(...variablesOfVar(node, where.until));
        break;
      case 'inc_statement':
      case 'dec_statement':
        this.#written(node.namedChild(0), inner);
        return;
      case 'range_clause':
        this.#range(node, inner);
        break;
      case 'return_statement':
        where.draft.returns.push({
          value: expressionOf(node.namedChild(0)?.namedChild(0) ?? null),
          at: node.startIndex,
        });
        break;
      case 'composite_literal':
        this.#literal(node, where.draft);
        break;
      default:
    }
    for (const child of node.namedChildren) this.#visit(child, inner);
  }

  #access(draft: Draft, operation: GoAccess['operation'], node: Node): void {
    const map = expressionOf(node.childForFieldName('operand'));
    if (map.kind === 'other') return;
    draft.accesses.push({
      operation,
      map,
      method: null,
      at: node.startIndex,
      line: node.startPosition.row + 1,
    });
  }

  /** The left side of an assignment: its own map is written, maps within it are read. */
  #written(node: Node | null, where: Where): void {
    if (node === null) return;
    if (node.type === 'parenthesized_expression') return this.#written(node.namedChild(0), where);
    if (node.type !== 'index_expression') return this.#visit(node, where);
    this.#access(where.draft, 'write', node);
    for (const child of node.namedChildren) this.#visit(child, where);
  }

  #assign(node: Node, where: Where): void {
    const left = node.childForFieldName('left')?.namedChildren ?? [];
    const right = node.childForFieldName('right')?.namedChildren ?? [];
    for (const [index, target] of left.entries()) {
      this.#written(target, where);
      const value = right[index] ?? (index === 0 ? right[0] : undefined);
      if (value !== undefined) this.#flow(where.draft, target, value);
    }
    for (const value of right) this.#visit(value, where);
  }

  #declare(node: Node, { draft, until }: Where): void {
    const left = node.childForFieldName('left')?.namedChildren ?? [];
    const right = node.childForFieldName('right')?.namedChildren ?? [];
    for (const [index, name] of left.entries()) {
      const value = right[index] ?? (index === 0 ? right[0] : undefined);
      draft.variables.push({
        name: name.text,
        type: null,
        value: value === undefined ? null : expressionOf(value),
        at: name.startIndex,
        until,
      });
      if (value !== undefined) this.#flow(draft, name, value);
    }
  }

  #flow(draft: Draft, to: Node, from: Node): void {
    draft.flows.push({ to: expressionOf(to), from: expressionOf(from), at: to.startIndex + 1 });
  }

  #range(node: Node, { draft, until }: Where): void {
    const over = node.childForFieldName('right');
    if (over === null) return;
    const map = expressionOf(over);
    const [line, at] = [over.startPosition.row + 1, over.startIndex];
    if (map.kind !== 'other') draft.accesses.push({ operation: 'iterate', map, method: null, at, line });
    const [key, value] = node.childForFieldName('left')?.namedChildren ?? [];
    for (const [name, element] of [
      [key, null] as const,
      [value, { kind: 'element', of: map } as const] as const,
    ]) {
      if (name?.type !== 'identifier') continue;
      draft.variables.push({ name: name.text, type: null, value: element, at: name.startIndex, until });
      if (element !== null)
        draft.flows.push({ to: expressionOf(name), from: element, at: name.startIndex + 1 });
    }
  }

  /** `T{m: shared}`: the field and the variable are one map. */
  #literal(node: Node, draft: Draft): void {
    const type = typeOf(node.childForFieldName('type'));
    if (type.name === '') return;
    for (const element of node.childForFieldName('body')?.namedChildren ?? []) {
      if (element.type !== 'keyed_element') continue;
      const [key, value] = element.namedChildren.map((part) => part.namedChild(0));
      if (key?.type !== 'identifier') continue;
      const to = { kind: 'field', of: { kind: 'literal', type }, name: key.text } as const;
      draft.flows.push({ to, from: expressionOf(value ?? null), at: element.startIndex });
    }
  }

  /** A deferred unlock holds until the function ends, so it is left out; what a deferred literal does counts. */
  #deferred(node: Node, where: Where): void {
    for (const call of node.namedChildren) {
      if (call.type !== 'call_expression') continue;
      if (lockMethod(call) === null) this.#call(call, where, false);
    }
  }

  #call(node: Node, where: Where, isGo: boolean): void {
    const { draft, index, from, until } = where;
    const callee = node.childForFieldName('function');
    const method = lockMethod(node);
    const [at, line] = [node.startIndex, node.startPosition.row + 1];
    if (method !== null) {
      const mutex = expressionOf(callee?.childForFieldName('operand') ?? null);
      draft.locks.push({ mutex, method, at, from, until });
      return;
    }
    draft.accesses.push(...accessesOfCall(node));
    const literals: number[] = [];
    if (callee?.type === 'func_literal') literals.push(this.read(callee, index, isGo ? 'go' : 'called'));
    else if (callee !== null) this.#visit(callee, where);
    for (const argument of argumentsOf(node)) {
      if (argument.type === 'func_literal') literals.push(this.read(argument, index, 'passed'));
      else this.#visit(argument, where);
    }
    const given = argumentsOf(node).map((argument) => expressionOf(argument));
    draft.calls.push({ callee: expressionOf(callee), arguments: given, literals, isGo, at, line });
  }
}

function blockOf(node: Node): { readonly from: number; readonly until: number } | Record<string, never> {
  const isBlock = /^(?:block|expression_case|type_case|default_case|communication_case)$/.test(node.type);
  const isScope = /^(?:if_statement|for_statement|.*switch_statement)$/.test(node.type);
  return isBlock || isScope ? { from: node.startIndex, until: node.endIndex } : {};
}

function lockMethod(call: Node): GoLockCall['method'] | null {
  const callee = call.childForFieldName('function');
  if (callee?.type !== 'selector_expression' || argumentsOf(call).length > 0) return null;
  const name = callee.childForFieldName('field')?.text;
  return name === 'Lock' || name === 'RLock' || name === 'Unlock' || name === 'RUnlock' ? name : null;
}
