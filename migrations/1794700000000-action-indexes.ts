import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is still owed is what is looked at most, and a small part of all that was ever opened. */
export class ActionIndexes1794700000000 implements MigrationInterface {
  name = 'ActionIndexes1794700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE INDEX action_open ON action (organization_id, due_on, id)
      WHERE state IN ('planned', 'in_progress')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX action_open');
  }
}
