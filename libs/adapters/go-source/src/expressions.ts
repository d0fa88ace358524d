import type { GoExpression, GoType } from '@faultline/crash';
import type { Node } from 'web-tree-sitter';

/** Nobody writes deeper chains; an attacker does. */
const depthMax = 24;

const other: GoExpression = { kind: 'other' };

/** An expression as far as it can name a map, a lock or a function. Costs at most `depthMax` steps, whatever is written. */
export function expressionOf(node: Node | null, depth = 0): GoExpression {
  if (node === null || depth > depthMax) return other;
  const inner = (name: string): GoExpression => expressionOf(node.childForFieldName(name), depth + 1);
  switch (node.type) {
    case 'identifier':
    case 'package_identifier':
      return { kind: 'name', name: node.text };
    case 'selector_expression':
      return { kind: 'field', of: inner('operand'), name: node.childForFieldName('field')?.text ?? '' };
    case 'index_expression':
      return { kind: 'element', of: inner('operand') };
    case 'parenthesized_expression':
      return expressionOf(node.namedChild(0), depth + 1);
    // `*p` and `&v` name the same map as `p` and `v` do.
    case 'unary_expression':
      return /^[*&]/.test(node.text.slice(0, 1)) ? inner('operand') : other;
    // `map[string]bool(p)` is p.
    case 'type_conversion_expression':
    case 'type_assertion_expression':
    case 'slice_expression':
      return inner('operand');
    case 'composite_literal':
      return { kind: 'literal', type: typeOf(node.childForFieldName('type')) };
    case 'call_expression':
      return callOf(node, depth);
    default:
      return other;
  }
}

/** What a call of this many arguments passes behind them is lost. */
const argumentsMax = 16;

export function argumentsOf(call: Node): readonly Node[] {
  const found: Node[] = [];
  for (const node of call.childForFieldName('arguments')?.namedChildren ?? []) {
    if (node.type !== 'comment' && found.length < argumentsMax) found.push(node);
  }
  return found;
}

function callOf(node: Node, depth: number): GoExpression {
  const callee = node.childForFieldName('function');
  const given = argumentsOf(node);
  if (callee?.text === 'make' || callee?.text === 'new') {
    return { kind: 'literal', type: typeOf(given[0] ?? null) };
  }
  return {
    kind: 'call',
    of: expressionOf(callee, depth + 1),
    arguments: given.map((argument) => expressionOf(argument, depth + 1)),
  };
}

const unnamed: GoType = { name: '', isMap: false, isPointer: false, element: null };

/** A type as it is written; type arguments are left out. */
export function typeOf(node: Node | null, depth = 0): GoType {
  if (node === null || depth > depthMax) return unnamed;
  const inner = (name: string): GoType => typeOf(node.childForFieldName(name), depth + 1);
  switch (node.type) {
    case 'type_identifier':
    case 'qualified_type':
    case 'identifier':
    case 'selector_expression':
      return { ...unnamed, name: node.text };
    case 'generic_type':
      return inner('type');
    case 'pointer_type':
      return { ...typeOf(node.namedChild(0), depth + 1), isPointer: true };
    case 'unary_expression':
      return { ...inner('operand'), isPointer: true };
    case 'parenthesized_type':
      return typeOf(node.namedChild(0), depth + 1);
    case 'map_type':
      return { ...unnamed, isMap: true, element: inner('value') };
    case 'slice_type':
    case 'array_type':
    case 'implicit_length_array_type':
      return { ...unnamed, element: inner('element') };
    case 'channel_type':
      return { ...unnamed, element: inner('value') };
    default:
      return unnamed;
  }
}
