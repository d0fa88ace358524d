import type { GoFile, GoTypeDeclaration, GoVariable } from '@faultline/crash';
import type { Node } from 'web-tree-sitter';
import { importsOf, typesOf, variablesOfVar } from './declarations.js';
import { FunctionReader } from './function-reader.js';

/** What a parsed file says. Broken sources give what could be understood. */
export function readGoFile(root: Node, path: string, importPath: string): GoFile {
  const reader = new FunctionReader();
  const imports: GoFile['imports'][number][] = [];
  const types: GoTypeDeclaration[] = [];
  const variables: GoVariable[] = [];
  let name = '';
  for (const node of root.namedChildren) {
    switch (node.type) {
      case 'package_clause':
        name = node.namedChild(0)?.text ?? '';
        break;
      case 'import_declaration':
        imports.push(...importsOf(node));
        break;
      case 'type_declaration':
        types.push(...typesOf(node));
        break;
      case 'var_declaration':
        variables.push(...variablesOfVar(node, Number.MAX_SAFE_INTEGER));
        reader.readLiterals(node);
        break;
      case 'function_declaration':
      case 'method_declaration':
        reader.read(node, null, 'declared');
        break;
      default:
    }
  }
  const { functions } = reader;
  return { path, package: name, importPath, imports, types, variables, functions, isBroken: root.hasError };
}
