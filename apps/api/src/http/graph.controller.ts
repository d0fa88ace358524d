import type { Entity } from '@faultline/model';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Pipeline } from '../pipeline.js';
import { dependentsAnswer, entitiesAnswer, pathsAnswer } from './answers.js';
import { ApiAnswers } from './api-answers.js';
import { dependentsQuerySchema, entitiesQuerySchema, pathsQuerySchema } from './parameters.js';
import { notFound } from './problem-error.js';
import { PIPELINE } from './tokens.js';

/** No chain of an incident is longer; beyond it an answer says `truncated`. */
const DEPTH_MAX = 32;

@ApiTags('graph')
@Controller('api/v1/graph')
export class GraphController {
  constructor(@Inject(PIPELINE) private readonly pipeline: Pipeline) {}

  @Get('paths')
  @ApiOperation({ summary: 'Ways that time allows from one entity to another' })
  @ApiAnswers('paths, fewest hops first', pathsAnswer, [400, 404])
  async paths(@Query({ schema: pathsQuerySchema }) query: z.infer<typeof pathsQuerySchema>) {
    const from = await this.find(query.from);
    const to = await this.find(query.to);
    const bounds = { asOfUs: query.asOf ?? null, limit: query.limit, depthMax: DEPTH_MAX };
    return { from, to, ...(await this.pipeline.storage.graph.paths(from.id, to.id, bounds)) };
  }

  @Get('dependents')
  @ApiOperation({
    summary: 'What an entity could have influenced (downstream) or what could have influenced it (upstream)',
  })
  @ApiAnswers('entities, nearest first', dependentsAnswer, [400, 404])
  async dependents(@Query({ schema: dependentsQuerySchema }) query: z.infer<typeof dependentsQuerySchema>) {
    const entity = await this.find(query.entity);
    const { direction, limit } = query;
    const bounds = { direction, asOfUs: query.asOf ?? null, limit, depthMax: DEPTH_MAX };
    return { entity, direction, ...(await this.pipeline.storage.graph.reach(entity.id, bounds)) };
  }

  @Get('entities')
  @ApiOperation({ summary: 'Entities by part of their kind, key or label' })
  @ApiAnswers('entities, shortest keys first', entitiesAnswer, [400])
  async entities(@Query({ schema: entitiesQuerySchema }) { q, limit }: z.infer<typeof entitiesQuerySchema>) {
    return { entities: await this.pipeline.storage.graph.findEntities(q, limit) };
  }

  private async find(reference: string): Promise<Entity> {
    const { graph } = this.pipeline.storage;
    const colon = reference.indexOf(':');
    const found = await graph.entityByRef(reference.slice(0, colon), reference.slice(colon + 1));
    const entity = found ?? (await graph.entity(reference));
    if (!entity) throw notFound(`entity ${reference}`);
    return entity;
  }
}
