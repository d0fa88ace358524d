import neo4j from 'neo4j-driver';
import { entityLabelOf, linkTypeOf } from '@faultline/graph';

const rowsMax = 5_000;

/**
 * What one writes first: a unique id, CREATE by UNWIND, MATCH of both ends. The same labels, types and properties of the row; no known time, no
 * state, no digest, no look-up by kind and key, no index on links, and no way to repeat it.
 */
export function bareWriter(driver) {
  const send = async (text, rows) => {
    const session = driver.session();
    try {
      await session.executeWrite((transaction) => transaction.run(text, { rows }));
    } finally {
      await session.close();
    }
  };
  const inParts = async (groups, textOf) => {
    for (const [name, rows] of groups)
      for (let start = 0; start < rows.length; start += rowsMax)
        await send(textOf(name), rows.slice(start, start + rowsMax));
  };
  return {
    async prepare() {
      const session = driver.session();
      await session.run('CREATE CONSTRAINT bare_id IF NOT EXISTS FOR (n:Bare) REQUIRE n.id IS UNIQUE');
      await session.run('CALL db.awaitIndexes(60)');
      await session.close();
    },
    async write({ entities, links }) {
      const labelled = grouped(entities, ({ kind }) => entityLabelOf(kind));
      await inParts(labelled, (label) => `UNWIND $rows AS row CREATE (e:Bare:${label}) SET e = row`);
      const rows = links.map(({ from, to, ...rest }) => ({
        from,
        to,
        properties: {
          ...rest,
          firstUs: neo4j.int(rest.firstUs),
          lastUs: neo4j.int(rest.lastUs),
          count: neo4j.int(rest.count),
        },
      }));
      await inParts(
        grouped(rows, ({ properties }) => linkTypeOf(properties.kind)),
        (type) =>
          `UNWIND $rows AS row MATCH (a:Bare {id: row.from}) MATCH (b:Bare {id: row.to}) CREATE (a)-[link:${type}]->(b) SET link = row.properties`,
      );
    },
  };
}

function grouped(rows, nameOf) {
  const groups = new Map();
  for (const row of rows) {
    const name = nameOf(row);
    if (groups.has(name)) groups.get(name).push(row);
    else groups.set(name, [row]);
  }
  return groups;
}
