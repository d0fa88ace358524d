import { askBlastRadius, askCommonCauses, askDependents, askPaths, HISTORY_US } from '@faultline/graph';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import type { Pipeline } from '../pipeline.js';
import { ApiAnswers } from './api-answers.js';
import {
  blastRadiusAnswer,
  commonCausesAnswer,
  dependentsAnswer,
  entitiesAnswer,
  graphStateAnswer,
  pathsAnswer,
} from './graph-answers.js';
import { knownEntity, questionTimes } from './graph-question.js';
import {
  blastRadiusQuerySchema,
  commonCausesQuerySchema,
  dependentsQuerySchema,
  entitiesQuerySchema,
  pathsQuerySchema,
} from './parameters.js';
import { PIPELINE } from './tokens.js';

@ApiTags('graph')
@Controller('api/v1/graph')
export class GraphController {
  constructor(@Inject(PIPELINE) private readonly pipeline: Pipeline) {}

  @Get('paths')
  @ApiOperation({ summary: 'Ways that time allows from one entity to another' })
  @ApiAnswers('paths, fewest hops first', pathsAnswer, [400, 404])
  async paths(@Query({ schema: pathsQuerySchema }) query: z.infer<typeof pathsQuerySchema>) {
    const { graph } = this;
    const times = await questionTimes(graph, query);
    const from = await knownEntity(graph, query.from, times);
    const to = await knownEntity(graph, query.to, times);
    return askPaths(graph, from, to, { ...times, limit: query.limit });
  }

  @Get('dependents')
  @ApiOperation({
    summary: 'What an entity could have influenced (downstream) or what could have influenced it (upstream)',
  })
  @ApiAnswers('entities, nearest first', dependentsAnswer, [400, 404])
  async dependents(@Query({ schema: dependentsQuerySchema }) query: z.infer<typeof dependentsQuerySchema>) {
    const times = await questionTimes(this.graph, query);
    const entity = await knownEntity(this.graph, query.entity, times);
    return askDependents(this.graph, entity, query.direction, { ...times, limit: query.limit });
  }

  @Get('blast-radius')
  @ApiOperation({
    summary: 'How far harm could have gone from an entity: what it could have influenced, by kind',
  })
  @ApiAnswers('kinds of what lasts first, then the nearest', blastRadiusAnswer, [400, 404])
  async blastRadius(
    @Query({ schema: blastRadiusQuerySchema }) query: z.infer<typeof blastRadiusQuerySchema>,
  ) {
    const times = await questionTimes(this.graph, query);
    const entity = await knownEntity(this.graph, query.entity, times);
    return askBlastRadius(this.graph, entity, { ...times, nearestMax: query.nearest });
  }

  @Get('common-causes')
  @ApiOperation({ summary: 'What could have influenced all of several entities' })
  @ApiAnswers('causes, nearest first', commonCausesAnswer, [400, 404])
  async commonCauses(
    @Query({ schema: commonCausesQuerySchema }) query: z.infer<typeof commonCausesQuerySchema>,
  ) {
    const times = await questionTimes(this.graph, query);
    const entities = [];
    for (const reference of query.entity) entities.push(await knownEntity(this.graph, reference, times));
    return askCommonCauses(this.graph, entities, { ...times, limit: query.limit });
  }

  @Get('entities')
  @ApiOperation({ summary: 'Entities by part of their kind, key or label' })
  @ApiAnswers('entities, shortest keys first', entitiesAnswer, [400])
  async entities(@Query({ schema: entitiesQuerySchema }) { q, limit }: z.infer<typeof entitiesQuerySchema>) {
    return { entities: await this.graph.findEntities(q, limit) };
  }

  @Get('state')
  @ApiOperation({
    summary: 'What the stored graph is made from, how coarse it is, and how far back it remembers',
  })
  @ApiAnswers('the state', graphStateAnswer)
  async state(): Promise<z.infer<typeof graphStateAnswer>> {
    const state = await this.graph.state();
    return { state, rememberedSinceUs: state && state.knownAtUs - HISTORY_US };
  }

  private get graph() {
    return this.pipeline.storage.graph;
  }
}
