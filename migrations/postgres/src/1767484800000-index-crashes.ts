import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Crashes are few among many events, and are listed by themselves. */
export class IndexCrashes1767484800000 implements MigrationInterface {
  readonly name = 'IndexCrashes1767484800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX event_crash ON faultline.event (position) WHERE kind = 'crash'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP INDEX faultline.event_crash`);
  }
}
