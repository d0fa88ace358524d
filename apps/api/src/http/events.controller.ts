import { maskSecrets } from '@faultline/model';
import { unmapped } from '@faultline/normalise';
import { Controller, Get, Inject, type MessageEvent, Param, Sse } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { defer, interval, map, merge, type Observable, startWith, takeUntil, last } from 'rxjs';
import type { z } from 'zod';
import { headerId, recordIdOf } from '@faultline/runtime';
import type { Pipeline } from '../pipeline.js';
import { eventAnswer } from './answers.js';
import { ApiAnswers } from './api-answers.js';
import { masked } from './masked.js';
import { idSchema } from './parameters.js';
import { notFound } from './problem-error.js';
import { PIPELINE } from './tokens.js';

/** Proxies and browsers drop a stream that says nothing for a minute. */
const HEARTBEAT_MS = 20_000;

@ApiTags('events')
@Controller('api/v1/events')
export class EventsController {
  constructor(@Inject(PIPELINE) private readonly pipeline: Pipeline) {}

  @Sse('stream')
  @ApiOperation({
    summary: 'Server-sent events: `analysis` at once, and whenever the answer or its state changes',
  })
  stream(): Observable<MessageEvent> {
    const { analysis } = this.pipeline;
    return defer(() => {
      const changes = analysis.changes.pipe(
        startWith(analysis.change()),
        map((change): MessageEvent => ({ type: 'analysis', data: change })),
      );
      const beats = interval(HEARTBEAT_MS).pipe(map((): MessageEvent => ({ type: 'heartbeat', data: {} })));
      return merge(changes, beats.pipe(takeUntil(analysis.changes.pipe(last(undefined, null)))));
    });
  }

  @Get(':id')
  @ApiOperation({ summary: 'One event: normalised, what it leaves out, and the record as it was written' })
  @ApiAnswers('the event', eventAnswer, [404])
  async get(@Param('id', { schema: idSchema }) id: string): Promise<z.infer<typeof eventAnswer>> {
    const { storage } = this.pipeline;
    const event = await storage.events.get(id);
    if (!event) throw notFound(`event ${id}`);
    const bytes = await storage.raw.get(recordIdOf(id));
    const text = bytes && Buffer.from(bytes).toString('utf8');
    const header = await this.headerOf(event.record.path);
    return {
      id,
      atUs: event.atUs,
      path: event.record.path,
      line: event.record.line,
      event: masked(event) as z.infer<typeof eventAnswer>['event'],
      unmapped: text === null ? null : masked(unmapped({ text }, header)),
      raw: text === null ? null : maskSecrets(text),
    };
  }

  private async headerOf(path: string): Promise<string | undefined> {
    const bytes = await this.pipeline.storage.raw.get(headerId(path));
    return bytes ? Buffer.from(bytes).toString('utf8') : undefined;
  }
}
