import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people said, as the screen of a hall shows it: never without their consent. */
export class Wall1791200000000 implements MigrationInterface {
  name = 'Wall1791200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(words);
    await runner.query(consent);
    await runner.query(`
      ALTER TABLE wall_word ENABLE ROW LEVEL SECURITY;
      ALTER TABLE wall_word FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON wall_word
        USING (organization_id = boucle_organization())
        WITH CHECK (organization_id = boucle_organization());
      GRANT SELECT, INSERT, UPDATE ON wall_word TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE wall_word;
      DROP FUNCTION wall_word_consent();
      DROP INDEX feedback_wall`);
  }
}

const words = `
  CREATE TABLE wall_word (
    organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE,
    feedback_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    words text NOT NULL CHECK (words ~ '\\S' AND char_length(words) <= 280),
    outcome text CHECK (outcome ~ '\\S' AND char_length(outcome) <= 280),
    published_by uuid NOT NULL,
    published_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    PRIMARY KEY (organization_id, feedback_id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, unit_id) REFERENCES unit,
    FOREIGN KEY (organization_id, published_by) REFERENCES person
  );
  CREATE INDEX wall_word_shown ON wall_word (organization_id, unit_id, published_at DESC)
    WHERE withdrawn_at IS NULL;
  CREATE INDEX feedback_wall ON feedback (organization_id, received_on DESC) WHERE wall_consent;`;

// Whoever writes the next deed on the wall can't forget to ask.
const consent = `
  CREATE FUNCTION wall_word_consent() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (SELECT FROM feedback WHERE organization_id = NEW.organization_id
                     AND id = NEW.feedback_id AND wall_consent) THEN
      RAISE EXCEPTION 'words on the wall without consent' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER wall_word_consent BEFORE INSERT OR UPDATE ON wall_word
    FOR EACH ROW EXECUTE FUNCTION wall_word_consent();`;
