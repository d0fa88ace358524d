import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A log may have several partitions: the place up to which an analysis has read is one offset for each, as JSON. */
export class PartitionedPosition1767398400000 implements MigrationInterface {
  readonly name = 'PartitionedPosition1767398400000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE faultline.analysis ALTER COLUMN position TYPE text USING json_build_object('0', position)::text`,
    );
    await runner.query(`ALTER TABLE faultline.analysis ADD COLUMN events bigint NOT NULL DEFAULT 0`);
    await runner.query(`ALTER TABLE faultline.analysis ALTER COLUMN events DROP DEFAULT`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE faultline.analysis DROP COLUMN events`);
    await runner.query(
      `ALTER TABLE faultline.analysis ALTER COLUMN position TYPE bigint
       USING coalesce((position::json ->> '0')::bigint, 0)`,
    );
  }
}
