import { z } from 'zod';

/** The kinds of `docs/formats`: what a record is, found by its content, never by a file's name. */
export const inputKinds = [
  'siem',
  'auth',
  'cicd',
  'wal',
  'crash',
  'sbom',
  'telemetry',
  'chaos',
  'event',
  'graph',
] as const;
export const inputKindSchema = z.enum(inputKinds);
export type InputKind = z.infer<typeof inputKindSchema>;
