import {
  analysisSchema,
  certificateSchema,
  crashDocumentSchema,
  crashDocumentsSchema,
  crashSchema,
  entitySchema,
  eventSchema,
  evidenceSchema,
  linkSchema,
} from '@faultline/model';
import { z } from 'zod';

/** What the world may rely on: name of the file in docs/schemas, title, schema. */
const published = [
  [
    'analysis',
    'faultline.analysis/1: the answer of `faultline analyze --json` and of the API',
    analysisSchema,
  ],
  [
    'certificate',
    'faultline.certificate/1: proof that a cut leaves no path from origin to impact',
    certificateSchema,
  ],
  [
    'crash',
    'faultline.crash/1: the answer of `faultline crash --json`, of one file and of several',
    z.union([crashDocumentSchema, crashDocumentsSchema]),
  ],
  ['event', 'faultline.event/1: one normalised record', eventSchema],
] as const;

/** Shapes that recur are written once in a document, under `$defs`. */
const recurring = z.registry<{ id: string }>();
recurring.add(entitySchema, { id: 'Entity' });
recurring.add(linkSchema, { id: 'Link' });
recurring.add(evidenceSchema, { id: 'Evidence' });
recurring.add(crashSchema, { id: 'Crash' });

export function jsonSchemas(): readonly { readonly name: string; readonly document: object }[] {
  return published.map(([name, title, schema]) => {
    const { $schema, ...rest } = z.toJSONSchema(schema, {
      target: 'draft-2020-12',
      metadata: recurring,
      // Fields may be added within a version, so readers must let unknown ones pass.
      override: ({ jsonSchema }) => {
        if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      },
    });
    return { name, document: { $schema, title, ...rest } };
  });
}
