/** Places drawn as one box, and the column of the box. */
export interface Group {
  readonly members: readonly number[];
  readonly column: number;
}
