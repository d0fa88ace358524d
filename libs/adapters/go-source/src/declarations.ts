import type { GoFile, GoType, GoTypeDeclaration, GoVariable } from '@faultline/crash';
import type { Node } from 'web-tree-sitter';
import { expressionOf, typeOf } from './expressions.js';

/** Variables of `var` at the top of a file or in a function; scope up to `until`. */
export function variablesOfVar(declaration: Node, until: number): readonly GoVariable[] {
  const specs = declaration.namedChildren.flatMap((child) =>
    child.type === 'var_spec_list' ? child.namedChildren : [child],
  );
  return specs.filter(({ type }) => type === 'var_spec').flatMap((spec) => variablesOfSpec(spec, until));
}

function variablesOfSpec(spec: Node, until: number): readonly GoVariable[] {
  const type = spec.childForFieldName('type');
  const values = spec.childForFieldName('value')?.namedChildren ?? [];
  return spec.childrenForFieldName('name').map((name, index) => ({
    name: name.text,
    type: type === null ? null : typeOf(type),
    value:
      index < values.length || values.length === 1 ? expressionOf(values[index] ?? values[0] ?? null) : null,
    at: name.startIndex,
    until,
  }));
}

/** Parameters, a receiver, or named results. Those without a name count, so that positions stay right. */
export function parametersOf(list: Node | null, until: number): readonly GoVariable[] {
  return (list?.namedChildren ?? [])
    .filter(({ type }) => type !== 'comment')
    .flatMap((declaration) => {
      const given = typeOf(declaration.childForFieldName('type'));
      const type: GoType =
        declaration.type === 'variadic_parameter_declaration'
          ? { name: '', isMap: false, isPointer: false, element: given }
          : given;
      const names = declaration.childrenForFieldName('name');
      const variable = (name: string): GoVariable => ({
        name,
        type,
        value: null,
        at: declaration.startIndex,
        until,
      });
      return names.length === 0 ? [variable('')] : names.map(({ text }) => variable(text));
    });
}

export function resultsOf(result: Node | null): readonly GoType[] {
  if (result === null) return [];
  if (result.type !== 'parameter_list') return [typeOf(result)];
  return parametersOf(result, 0).map(({ type }) => type ?? typeOf(null));
}

export function typesOf(declaration: Node): readonly GoTypeDeclaration[] {
  return declaration.namedChildren
    .filter(({ type }) => type === 'type_spec' || type === 'type_alias')
    .map((spec) => {
      const type = spec.childForFieldName('type');
      const name = spec.childForFieldName('name')?.text ?? '';
      if (type?.type !== 'struct_type') return { name, underlying: typeOf(type), fields: [] };
      return { name, underlying: null, fields: fieldsOf(type) };
    });
}

function fieldsOf(struct: Node): GoTypeDeclaration['fields'] {
  const list = struct.namedChildren.find(({ type }) => type === 'field_declaration_list');
  const rows = (list?.namedChildren ?? []).filter(({ type }) => type === 'field_declaration');
  return rows.flatMap((row): GoTypeDeclaration['fields'] => {
    const type = typeOf(row.childForFieldName('type'));
    const names = row.childrenForFieldName('name');
    if (names.length > 0) return names.map(({ text }) => ({ name: text, type, isEmbedded: false }));
    // An embedded field goes by the last part of its type.
    return [{ name: type.name.slice(type.name.lastIndexOf('.') + 1), type, isEmbedded: true }];
  });
}

export function importsOf(declaration: Node): GoFile['imports'] {
  const specs = declaration.namedChildren.flatMap((child) =>
    child.type === 'import_spec_list' ? child.namedChildren : [child],
  );
  return specs
    .filter(({ type }) => type === 'import_spec')
    .map((spec) => {
      const path = (spec.childForFieldName('path')?.text ?? '').slice(1, -1);
      return { name: spec.childForFieldName('name')?.text ?? nameOfImport(path), path };
    });
}

/** `gopkg.in/yaml.v3` is `yaml`, `example.com/cache/v2` is `cache`: what its package most likely calls itself. */
function nameOfImport(path: string): string {
  const parts = path.split('/');
  const last = parts.at(-1) ?? '';
  const named = /^v\d+$/.test(last) ? (parts.at(-2) ?? last) : last;
  return named.replace(/\.v\d+$/, '').replace(/^go-/, '');
}
