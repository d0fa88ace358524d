import neo4j, { type Driver, type Plan } from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { graphDatabase, type GraphDatabase } from '../testing/graph-database.js';
import { everyStatement } from './every-statement.js';
import type { CypherStatement } from './statement.js';

/** Each of them reads the whole database, or multiplies. */
const forbidden = /AllNodesScan|NodeByLabelScan|RelationshipTypeScan|AllRelationshipsScan|CartesianProduct/;

function operators(plan: Plan): readonly string[] {
  return [plan.operatorType.replace(/@.*$/, ''), ...plan.children.flatMap(operators)];
}

describe('plans', () => {
  let database: GraphDatabase;
  let driver: Driver;
  beforeAll(async () => {
    database = await graphDatabase();
    const { url, user, password } = database.settings;
    driver = neo4j.driver(url, neo4j.auth.basic(user, password));
  });
  afterAll(async () => {
    await driver.close();
    await database.stop();
  });

  const planOf = async ({ text }: CypherStatement) => {
    const session = driver.session();
    try {
      const names = [...text.matchAll(/\$(\w+)/g)].map(([, name = '']) => name);
      const { summary } = await session.run(
        `EXPLAIN ${text}`,
        Object.fromEntries(names.map((n) => [n, null])),
      );
      return summary.plan ? operators(summary.plan) : [];
    } finally {
      await session.close();
    }
  };

  // The shapes for one type stand for all: the texts differ by the type's name only, and each must still be planned.
  it.each(Object.entries(everyStatement()))('of %s use an index for every row', async (_, statements) => {
    for (const [title, statement] of statements) {
      if (/^(CREATE CONSTRAINT|CALL)/.test(statement.text)) continue;
      const plan = await planOf(statement);
      const scans = plan.filter((operator) => forbidden.test(operator));
      const missing = statement.plan.filter((operator) => !plan.includes(operator));
      expect({ title, scans, missing }).toEqual({ title, scans: [], missing: [] });
    }
  });

  it('would show a scan', async () => {
    const plan = await planOf({ text: 'MATCH (e:Entity) WHERE e.label CONTAINS $text RETURN e', plan: [] });
    expect(plan.some((operator) => forbidden.test(operator))).toBe(true);
  });
});
