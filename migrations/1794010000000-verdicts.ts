import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What did not work goes on: back to work, or in another action that takes over from it. */
export class Verdicts1794010000000 implements MigrationInterface {
  name = 'Verdicts1794010000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE action DROP CONSTRAINT verified_worked');
    await runner.query(gate);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ineffective_goes_on ON action;
      DROP FUNCTION boucle_ineffective_goes_on();
      ALTER TABLE action ADD CONSTRAINT verified_worked
        CHECK (state <> 'verified' OR verdict <> 'ineffective') NOT VALID`);
  }
}

const gate = `
  CREATE FUNCTION boucle_ineffective_goes_on() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT FROM action
       WHERE organization_id = NEW.organization_id AND successor_of = NEW.id
    ) THEN
      RAISE EXCEPTION 'action % did not work and nothing takes over from it', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'ineffective_goes_on';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER ineffective_goes_on AFTER INSERT OR UPDATE OF state, verdict ON action
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (NEW.state = 'verified' AND NEW.verdict = 'ineffective')
    EXECUTE FUNCTION boucle_ineffective_goes_on();`;
