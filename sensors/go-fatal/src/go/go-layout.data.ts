/** What differs between releases of Go on linux/amd64. Positions are bytes. */
export interface GoLayout {
  /** The function through which every fatal error of a map goes. From 1.19 `fatal`, which other errors of the program use too; before, `throw`. */
  readonly fatalFunction: 'runtime.fatal' | 'runtime.throw';
  /** In `runtime.g`, from the DWARF of 1.18.10, 1.19.13, 1.20.14, 1.21.13, 1.22.12, 1.23.5, 1.24.4, 1.25.12, 1.26.8 and 1.27.0. */
  readonly goid: number;
  /** Null: before 1.21 a goroutine does not know its parent. */
  readonly parentGoid: number | null;
  /** The program counter of the go statement. */
  readonly gopc: number;
  /** In `runtime.moduledata` (runtime/symtab.go): the base of the tables of inlined calls. */
  readonly gofunc: number;
}

const throwing = { fatalFunction: 'runtime.throw' } as const;
const fatal = { fatalFunction: 'runtime.fatal' } as const;

/** Minor version of Go 1 → layout. A release that is not here is refused: a wrong position reads other fields without any error. */
export const goLayouts: ReadonlyMap<number, GoLayout> = new Map([
  [18, { ...throwing, goid: 152, parentGoid: null, gopc: 296, gofunc: 304 }],
  [19, { ...fatal, goid: 152, parentGoid: null, gopc: 296, gofunc: 304 }],
  [20, { ...fatal, goid: 152, parentGoid: null, gopc: 296, gofunc: 320 }],
  [21, { ...fatal, goid: 152, parentGoid: 272, gopc: 280, gofunc: 320 }],
  [22, { ...fatal, goid: 152, parentGoid: 272, gopc: 280, gofunc: 320 }],
  [23, { ...fatal, goid: 160, parentGoid: 280, gopc: 288, gofunc: 320 }],
  [24, { ...fatal, goid: 160, parentGoid: 280, gopc: 288, gofunc: 320 }],
  [25, { ...fatal, goid: 152, parentGoid: 272, gopc: 280, gofunc: 320 }],
  [26, { ...fatal, goid: 152, parentGoid: 280, gopc: 288, gofunc: 320 }],
  [27, { ...fatal, goid: 152, parentGoid: 280, gopc: 288, gofunc: 344 }],
]);
