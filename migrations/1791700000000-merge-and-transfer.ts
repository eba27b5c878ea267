import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What merging and its undoing need: since when somebody follows another's word, and what is not alike. */
export class MergeAndTransfer1791700000000 implements MigrationInterface {
  name = 'MergeAndTransfer1791700000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE feedback ADD COLUMN merged_at timestamptz');
    await runner.query(notAlike);
    await runner.query(settledFamily);
    await runner.query(`
      CREATE CONSTRAINT TRIGGER closed_is_settled_when_joined
        AFTER UPDATE OF duplicate_of ON feedback
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.duplicate_of IS NOT NULL)
        EXECUTE FUNCTION boucle_closed_is_settled()`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER closed_is_settled_when_joined ON feedback;
      DROP TABLE not_alike;
      ALTER TABLE feedback DROP COLUMN merged_at`);
    await runner.query(settledAlone);
  }
}

const notAlike = `
  CREATE TABLE not_alike (
    organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE,
    feedback_id uuid NOT NULL,
    other_id uuid NOT NULL,
    said_by uuid NOT NULL,
    said_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, feedback_id, other_id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, other_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, said_by) REFERENCES person,
    CONSTRAINT not_alike_is_said_once CHECK (feedback_id < other_id)
  );
  CREATE INDEX not_alike_other ON not_alike (organization_id, other_id);
  ALTER TABLE not_alike ENABLE ROW LEVEL SECURITY;
  ALTER TABLE not_alike FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON not_alike
    USING (organization_id = boucle_organization())
    WITH CHECK (organization_id = boucle_organization());
  GRANT SELECT, INSERT, DELETE ON not_alike TO boucle_app`;

// A duplicate's actions are those of the one that it joined: that one stays open while they are.
const settledFamily = `
  CREATE OR REPLACE FUNCTION boucle_closed_is_settled() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    concerned uuid[];
  BEGIN
    concerned := CASE TG_TABLE_NAME
      WHEN 'feedback' THEN ARRAY[NEW.id]
      WHEN 'action' THEN ARRAY(SELECT feedback_id FROM origin
        WHERE organization_id = NEW.organization_id AND action_id = NEW.id)
      ELSE ARRAY(SELECT feedback_id FROM origin
        WHERE organization_id = NEW.organization_id AND id = NEW.id) END;
    IF EXISTS (
      WITH RECURSIVE above AS (
        SELECT id, state, duplicate_of FROM feedback
         WHERE organization_id = NEW.organization_id AND id = ANY (concerned)
        UNION
        SELECT f.id, f.state, f.duplicate_of FROM above
          JOIN feedback f ON f.organization_id = NEW.organization_id AND f.id = above.duplicate_of
      ), family AS (
        SELECT id FROM above WHERE state = 'closed'
        UNION
        SELECT f.id FROM family
          JOIN feedback f ON f.organization_id = NEW.organization_id AND f.duplicate_of = family.id
      )
      SELECT FROM family
        JOIN origin o ON o.organization_id = NEW.organization_id AND o.feedback_id = family.id
        JOIN action a ON a.organization_id = NEW.organization_id AND a.id = o.action_id
       WHERE a.state IN ('planned', 'in_progress')
    ) THEN
      RAISE EXCEPTION 'a closed feedback has an open action'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_is_settled';
    END IF;
    RETURN NULL;
  END $$`;

const settledAlone = `
  CREATE OR REPLACE FUNCTION boucle_closed_is_settled() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF EXISTS (
      SELECT FROM feedback f
      JOIN origin o ON o.organization_id = f.organization_id AND o.feedback_id = f.id
      JOIN action a ON a.organization_id = o.organization_id AND a.id = o.action_id
      WHERE f.organization_id = NEW.organization_id AND f.state = 'closed'
        AND a.state IN ('planned', 'in_progress')
        AND CASE TG_TABLE_NAME WHEN 'feedback' THEN f.id = NEW.id
          WHEN 'action' THEN a.id = NEW.id ELSE o.id = NEW.id END
    ) THEN
      RAISE EXCEPTION 'a closed feedback has an open action'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'closed_is_settled';
    END IF;
    RETURN NULL;
  END $$`;
