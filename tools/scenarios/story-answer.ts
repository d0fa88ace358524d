import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** What the suites need of `answer.json` of the generator. The key is for scoring only and never among the records. */
const answerSchema = z.object({
  schema: z.literal('faultline.forged-tokens-answer/1'),
  seed: z.number().int(),
  variant: z.record(z.string(), z.string()),
  /** Null for an innocent twin. */
  incident: z
    .object({
      root: z.object({ jobId: z.union([z.number(), z.string()]).transform(String), stepName: z.string() }),
      artifact: z.object({ digest: z.string() }),
      impacts: z.object({ acceptedBy: z.array(z.string()) }),
    })
    .nullable(),
});
export type StoryAnswer = z.infer<typeof answerSchema>;
export type StoryIncident = NonNullable<StoryAnswer['incident']>;

export function readAnswer(file: string): StoryAnswer {
  return answerSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
}

/** The incident of a story that must have one. */
export function readIncident(file: string): StoryIncident {
  const { incident } = readAnswer(file);
  if (incident === null) throw new Error(`${file} tells of no incident`);
  return incident;
}
