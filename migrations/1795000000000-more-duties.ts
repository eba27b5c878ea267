import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People are reminded of the steps of others' actions, and of who mentions them. */
export class MoreDuties1795000000000 implements MigrationInterface {
  name = 'MoreDuties1795000000000';

  up(runner: QueryRunner): Promise<unknown> {
    return runner.query(duties(`'action', 'step', 'check', 'answer', 'decision', 'mention'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(forgotten);
    await runner.query(duties(`'action', 'check', 'answer', 'decision'`));
  }
}

// The table was made under another name, which its constraint still bears.
const duties = (all: string) => `
  ALTER TABLE reminder DROP CONSTRAINT duty_told_duty_check;
  ALTER TABLE reminder ADD CONSTRAINT duty_told_duty_check CHECK (duty IN (${all}));`;

// Row-level security holds for whoever migrates too: one organisation after another.
const forgotten = `
  DO $$ DECLARE tenant uuid;
  BEGIN
    FOR tenant IN SELECT boucle_organizations() LOOP
      PERFORM set_config('boucle.organization', tenant::text, true);
      DELETE FROM reminder WHERE duty IN ('step', 'mention');
    END LOOP;
    PERFORM set_config('boucle.organization', '', true);
  END $$;`;
