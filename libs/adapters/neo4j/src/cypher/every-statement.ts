import { entityLabels } from '@faultline/graph';
import { findingsCypher } from './findings.cypher.js';
import { graphReadCypher } from './graph-read.cypher.js';
import { graphStateCypher } from './graph-state.cypher.js';
import { graphWriteCypher } from './graph-write.cypher.js';
import { typesOfLinks } from './link-types.js';
import { schemaCypher } from './schema.cypher.js';
import type { CypherStatement } from './statement.js';

type Titled = readonly (readonly [title: string, statement: CypherStatement])[];

/** Every text that can be sent, by document of docs/cypher: for the people who review it and for the plans that are checked. */
export function everyStatement(): Readonly<Record<string, Titled>> {
  return {
    schema: Object.entries(schemaCypher),
    'graph-state': Object.entries(graphStateCypher),
    'graph-read': Object.entries(graphReadCypher),
    'graph-write': Object.entries(graphWriteCypher).flatMap(([title, statement]) => forms(title, statement)),
    findings: Object.entries(findingsCypher),
  };
}

function forms(title: string, statement: (typeof graphWriteCypher)[keyof typeof graphWriteCypher]): Titled {
  if (typeof statement !== 'function') return [[title, statement]];
  const names = title === 'addEntities' ? ['', ...entityLabels] : typesOfLinks;
  return names.map((name) => [`${title} ${name}`.trim(), statement(name)]);
}
