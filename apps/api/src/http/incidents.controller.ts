import type { Analysis, Breakpoints, Certificate, Incident } from '@faultline/model';
import { breakpointsSchema, certificateSchema } from '@faultline/model';
import { eventIdsOf } from '@faultline/report';
import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Pipeline } from '../pipeline.js';
import { evidenceAnswer, incidentAnswer, incidentGraphAnswer, incidentsAnswer } from './answers.js';
import { ApiAnswers } from './api-answers.js';
import { IncidentsBody } from './incidents-body.js';
import { reportOf } from './incident-report.js';
import { idSchema, reportQuerySchema } from './parameters.js';
import { notFound } from './problem-error.js';
import { reportHeaders } from './security-headers.js';
import { PIPELINE } from './tokens.js';

@ApiTags('incidents')
@Controller('api/v1/incidents')
export class IncidentsController {
  private readonly bodies = new IncidentsBody();

  constructor(@Inject(PIPELINE) private readonly pipeline: Pipeline) {}

  @Get()
  @ApiOperation({ summary: 'All incidents, what was read, and what is not known' })
  @ApiAnswers('the whole current answer', incidentsAnswer)
  async list(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const { analysis } = this.pipeline;
    const { savedAtUs, state } = analysis.change();
    const etag = `"${savedAtUs ?? 0}-${state}"`;
    // Many megabytes: a console that asks again gets them only when there is something new.
    void reply.headers({ etag, 'cache-control': 'no-cache' });
    if (request.headers['if-none-match'] === etag) {
      await reply.status(304).send();
      return;
    }
    const body = this.bodies.of(analysis.latest()?.analysis ?? null, analysis.change());
    await reply.header('content-type', 'application/json; charset=utf-8').send(body);
  }

  @Get(':id')
  @ApiOperation({ summary: 'One incident, and where the events that it names were read' })
  @ApiAnswers('the incident', incidentAnswer, [404])
  get(@Param('id', { schema: idSchema }) id: string): z.infer<typeof incidentAnswer> {
    const { analysis, incident } = this.find(id);
    const events: Record<string, Analysis['events'][string]> = {};
    for (const event of eventIdsOf(incident)) {
      const place = analysis.events[event];
      if (place) events[event] = place;
    }
    return { ...incident, events };
  }

  @Get(':id/graph')
  @ApiOperation({ summary: 'The chain from root cause to impact' })
  @ApiAnswers('entities and links', incidentGraphAnswer, [404])
  graph(@Param('id', { schema: idSchema }) id: string): z.infer<typeof incidentGraphAnswer> {
    return this.find(id).incident.chain;
  }

  @Get(':id/breakpoints')
  @ApiOperation({ summary: 'Where the chain can be cut' })
  @ApiAnswers('single entities, the cheapest set, and what remains', breakpointsSchema, [404])
  breakpoints(@Param('id', { schema: idSchema }) id: string): Breakpoints {
    return this.find(id).incident.breakpoints;
  }

  @Get(':id/evidence')
  @ApiOperation({ summary: 'The root causes with every test for and against them' })
  @ApiAnswers('root causes', evidenceAnswer, [404])
  evidence(@Param('id', { schema: idSchema }) id: string): z.infer<typeof evidenceAnswer> {
    const { rootCauses, originNotObserved } = this.find(id).incident;
    return { rootCauses, originNotObserved };
  }

  @Get(':id/certificate')
  @ApiOperation({ summary: 'The proof of the cut, for `faultline verify`' })
  @ApiAnswers('faultline.certificate/1', certificateSchema, [404])
  certificate(@Param('id', { schema: idSchema }) id: string): Certificate {
    return this.find(id).incident.certificate;
  }

  @Get(':id/report')
  @ApiOperation({ summary: 'The report, as a file of its own' })
  @ApiProduces('text/html', 'text/markdown')
  async report(
    @Param('id', { schema: idSchema }) id: string,
    @Query({ schema: reportQuerySchema }) { format }: z.infer<typeof reportQuerySchema>,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { analysis } = this.find(id);
    const text = await reportOf(this.pipeline.storage, analysis, id, format);
    const type = format === 'md' ? 'text/markdown; charset=utf-8' : 'text/html; charset=utf-8';
    await reply.headers({ ...reportHeaders, 'content-type': type }).send(text);
  }

  private find(id: string): { analysis: Analysis; incident: Incident } {
    const analysis = this.pipeline.analysis.latest()?.analysis;
    const incident = analysis?.incidents.find((candidate) => candidate.id === id);
    if (!analysis || !incident) throw notFound(`incident ${id}`);
    return { analysis, incident };
  }
}
