/*
 * What a file of Go says, as far as a race on a map needs it: plain values, made by whoever can parse Go. Nothing in them is resolved: the
 * index does that, over all files. `at` is the offset in the file, which orders what stands in one line.
 */

export type GoExpression =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'field'; readonly of: GoExpression; readonly name: string }
  /** `m[k]`, the value of a map or a slice. */
  | { readonly kind: 'element'; readonly of: GoExpression }
  | { readonly kind: 'call'; readonly of: GoExpression; readonly arguments: readonly GoExpression[] }
  /** `T{…}`, `&T{…}`, `new(T)`, `make(T)`. */
  | { readonly kind: 'literal'; readonly type: GoType }
  | { readonly kind: 'other' };

export interface GoType {
  /** `Store`, `http.Header`; empty where the type has no name. */
  readonly name: string;
  readonly isMap: boolean;
  readonly isPointer: boolean;
  /** Of a map, slice, array or channel. */
  readonly element: GoType | null;
}

export interface GoVariable {
  readonly name: string;
  readonly type: GoType | null;
  readonly value: GoExpression | null;
  readonly at: number;
  /** Where its scope ends. */
  readonly until: number;
}

/** What is done to what may be a map; a slice looks the same without types. */
export interface GoAccess {
  readonly operation: 'read' | 'write' | 'delete' | 'clear' | 'iterate' | 'clone';
  readonly map: GoExpression;
  /** The method by which it is done (`Set` of a header); null for the language's own forms. */
  readonly method: string | null;
  readonly at: number;
  readonly line: number;
}

export interface GoCall {
  readonly callee: GoExpression;
  readonly arguments: readonly GoExpression[];
  /** Functions written right in the arguments, as indexes of `functions`. */
  readonly literals: readonly number[];
  readonly isGo: boolean;
  readonly at: number;
  readonly line: number;
}

export interface GoLockCall {
  readonly mutex: GoExpression;
  readonly method: 'Lock' | 'RLock' | 'Unlock' | 'RUnlock';
  readonly at: number;
  /** The block that it stands in: what is locked there counts until its end, or an unlock in the same block. */
  readonly from: number;
  readonly until: number;
}

/** The value of one expression also goes by another name: an assignment, a field of a literal. */
export interface GoFlow {
  readonly to: GoExpression;
  readonly from: GoExpression;
  readonly at: number;
}

export interface GoFunction {
  /** Empty for a function literal. */
  readonly name: string;
  readonly receiver: GoVariable | null;
  readonly isGeneric: boolean;
  readonly parameters: readonly GoVariable[];
  readonly results: readonly GoType[];
  readonly line: number;
  readonly lastLine: number;
  readonly at: number;
  /** The function that a literal stands in, as an index of `functions`; null for one of a package variable too. */
  readonly parent: number | null;
  /** How a literal is used where it stands. */
  readonly use: 'go' | 'called' | 'passed' | 'kept' | 'declared';
  readonly variables: readonly GoVariable[];
  readonly accesses: readonly GoAccess[];
  readonly calls: readonly GoCall[];
  readonly locks: readonly GoLockCall[];
  readonly flows: readonly GoFlow[];
  /** The first value of each return. */
  readonly returns: readonly { readonly value: GoExpression; readonly at: number }[];
}

export interface GoTypeDeclaration {
  readonly name: string;
  /** What it is made of, where that is no struct. */
  readonly underlying: GoType | null;
  readonly fields: readonly { readonly name: string; readonly type: GoType; readonly isEmbedded: boolean }[];
}

export interface GoFile {
  /** Below the folder that was opened, with forward slashes. */
  readonly path: string;
  readonly package: string;
  /** Import path of the package, where a go.mod tells; empty else. */
  readonly importPath: string;
  readonly imports: readonly { readonly name: string; readonly path: string }[];
  readonly types: readonly GoTypeDeclaration[];
  readonly variables: readonly GoVariable[];
  readonly functions: readonly GoFunction[];
  /** The parser met what is no Go: the rest of the file counts all the same. */
  readonly isBroken: boolean;
}

/** The sources of a program, read once. */
export interface GoSourceIndex {
  readonly files: readonly GoFile[];
  /** What was left out, for people: too many files, too large ones. Empty: all was read. */
  readonly leftOut: readonly string[];
}
