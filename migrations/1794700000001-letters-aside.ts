import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Letters that failed and that nobody wants to send any more. */
export class LettersAside1794700000001 implements MigrationInterface {
  name = 'LettersAside1794700000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(aside);
    await runner.query(disowned);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE action DROP CONSTRAINT disowned_is_open;
      DROP INDEX letter_aside, letter_failed;
      CREATE INDEX letter_failed ON letter (organization_id, created_at) WHERE state = 'failed';
      ALTER TABLE letter DROP COLUMN aside_at`);
  }
}

// What is put aside is what failed, and it leaves only once it is taken back.
const aside = `
  ALTER TABLE letter ADD COLUMN aside_at timestamptz,
    ADD CONSTRAINT aside_has_failed CHECK (aside_at IS NULL OR state = 'failed');
  DROP INDEX letter_failed;
  CREATE INDEX letter_failed ON letter (organization_id, created_at)
    WHERE state = 'failed' AND aside_at IS NULL;
  CREATE INDEX letter_aside ON letter (organization_id, aside_at)
    WHERE aside_at IS NOT NULL AND text <> '';`;

// The trigger ends it when the action is over; nothing kept it from beginning afterwards.
const disowned = `
  ALTER TABLE action ADD CONSTRAINT disowned_is_open
    CHECK (disowned_on IS NULL OR state IN ('planned', 'in_progress')) NOT VALID;`;
