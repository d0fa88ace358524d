import { patchHint } from '@faultline/crash';
import { maskSecrets } from '@faultline/model';
import { eventIdsOf } from '@faultline/report';
import { recordIdOf } from '@faultline/runtime';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Pipeline } from '../pipeline.js';
import { ApiAnswers } from './api-answers.js';
import { crashAnswer, crashesAnswer } from './crash-answers.js';
import { type CrashEvent, maskedCrash } from './crash-masked.js';
import { crashesQuerySchema, idSchema } from './parameters.js';
import { notFound } from './problem-error.js';
import { PIPELINE } from './tokens.js';

type CrashesAnswer = z.infer<typeof crashesAnswer>;
type CrashAnswer = z.infer<typeof crashAnswer>;

@ApiTags('crashes')
@Controller('api/v1/crashes')
export class CrashesController {
  constructor(@Inject(PIPELINE) private readonly pipeline: Pipeline) {}

  @Get()
  @ApiOperation({ summary: 'Crashes of Go programs, the last that came first' })
  @ApiAnswers('what died, where, and how sure the other party is', crashesAnswer, [400])
  async list(
    @Query({ schema: crashesQuerySchema }) { limit }: z.infer<typeof crashesQuerySchema>,
  ): Promise<CrashesAnswer> {
    // One more than asked for tells whether there are more.
    const found = await this.pipeline.storage.events.ofKind('crash', limit + 1);
    const events = found.flatMap((event) => (event.kind === 'crash' ? [maskedCrash(event)] : []));
    const shown = events.slice(0, limit);
    const counts = new Map<string, number>();
    for (const { crash } of shown) counts.set(crash.signature, (counts.get(crash.signature) ?? 0) + 1);
    const named = this.incidentsByEvent();
    const crashes = shown.map((event) => {
      const sameSignature = counts.get(event.crash.signature) ?? 1;
      return { ...rowOf(event), sameSignature, incidents: named.get(event.id) ?? [] };
    });
    return { crashes, isWhole: found.length <= limit };
  }

  @Get(':id')
  @ApiOperation({ summary: 'One crash with its goroutines, and the dump as it was written' })
  @ApiAnswers('the crash', crashAnswer, [404])
  async get(@Param('id', { schema: idSchema }) id: string): Promise<CrashAnswer> {
    const { storage } = this.pipeline;
    const found = await storage.events.get(id);
    if (found?.kind !== 'crash') throw notFound(`crash ${id}`);
    const event = maskedCrash(found);
    const bytes = await storage.raw.get(recordIdOf(id));
    const hint = patchHint(event.crash);
    return {
      ...placeOf(event),
      exitCode: event.exitCode,
      crash: event.crash,
      goroutinesBeyond: event.goroutinesBeyond,
      hint: hint === null ? null : { summary: hint.summary, steps: [...hint.steps] },
      raw: bytes === null ? null : maskSecrets(Buffer.from(bytes).toString('utf8')),
      incidents: this.incidentsByEvent().get(id) ?? [],
    };
  }

  private incidentsByEvent(): ReadonlyMap<string, CrashAnswer['incidents']> {
    const named = new Map<string, CrashAnswer['incidents']>();
    for (const incident of this.pipeline.analysis.latest()?.analysis.incidents ?? []) {
      const link = { id: incident.id, title: incident.title };
      for (const event of eventIdsOf(incident)) named.set(event, [...(named.get(event) ?? []), link]);
    }
    return named;
  }
}

function placeOf({ id, atUs, record, host, service, container, pid, program, unit }: CrashEvent) {
  return { id, atUs, path: record.path, line: record.line, host, service, container, pid, program, unit };
}

function rowOf(event: CrashEvent) {
  const { kind, confirmed, message, goVersion, crashing, peer, signature } = event.crash;
  return {
    ...placeOf(event),
    kind,
    confirmed,
    message,
    goVersion: goVersion ?? null,
    crashing,
    certainty: peer.certainty,
    peer: peer.candidates[0] ?? null,
    signature,
  };
}
