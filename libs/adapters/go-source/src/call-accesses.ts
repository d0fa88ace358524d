import type { GoAccess } from '@faultline/crash';
import type { Node } from 'web-tree-sitter';
import { argumentsOf, expressionOf } from './expressions.js';

type Operation = GoAccess['operation'];

/** Built-in functions and those of package maps: what they do to which argument. */
const functions: Readonly<Record<string, readonly (readonly [number, Operation])[]>> = {
  delete: [[0, 'delete']],
  clear: [[0, 'clear']],
  'maps.Clone': [[0, 'clone']],
  'maps.Copy': [
    [0, 'write'],
    [1, 'iterate'],
  ],
  'maps.Insert': [[0, 'write']],
  'maps.DeleteFunc': [[0, 'delete']],
  'maps.Keys': [[0, 'iterate']],
  'maps.Values': [[0, 'iterate']],
  'maps.All': [[0, 'iterate']],
  'maps.Equal': [
    [0, 'iterate'],
    [1, 'read'],
  ],
};

/** Methods of map types of the standard library (headers, query values, MIME) and of reflect. The index decides whether the value is one. */
const methods: Readonly<Record<string, Operation>> = {
  Set: 'write',
  Add: 'write',
  Del: 'delete',
  Get: 'read',
  Values: 'read',
  Has: 'read',
  Clone: 'clone',
  Encode: 'iterate',
  Write: 'iterate',
  SetMapIndex: 'write',
  MapIndex: 'read',
  MapRange: 'iterate',
  MapKeys: 'iterate',
  Clear: 'clear',
};

/** Accesses to maps that are written as calls. */
export function accessesOfCall(call: Node): readonly GoAccess[] {
  const callee = call.childForFieldName('function');
  if (callee === null) return [];
  const place = { at: call.startIndex, line: call.startPosition.row + 1 };
  const known = Object.hasOwn(functions, callee.text) ? (functions[callee.text] ?? []) : [];
  if (known.length > 0) {
    const given = argumentsOf(call);
    return known.map(([index, operation]) => {
      return { operation, map: expressionOf(given[index] ?? null), method: null, ...place };
    });
  }
  const method = callee.childForFieldName('field')?.text ?? '';
  if (callee.type !== 'selector_expression' || !Object.hasOwn(methods, method)) return [];
  const operation = methods[method];
  if (operation === undefined) return [];
  const line = (callee.childForFieldName('field')?.startPosition.row ?? 0) + 1;
  return [{ operation, map: expressionOf(callee.childForFieldName('operand')), method, at: place.at, line }];
}
