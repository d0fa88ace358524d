/** Where a dump was written, as far as the wrapping of its first line says. */
export interface CrashPlace {
  readonly host: string | null;
  readonly service: string | null;
  readonly container: string | null;
  readonly pid: number | null;
  readonly program: string | null;
  readonly unit: string | null;
}

export const nowhere: CrashPlace = {
  host: null,
  service: null,
  container: null,
  pid: null,
  program: null,
  unit: null,
};
