import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which action comes after which. */
export class Dependencies1793600000000 implements MigrationInterface {
  name = 'Dependencies1793600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE action_dependency (
        organization_id uuid NOT NULL DEFAULT boucle_organization()
          REFERENCES organization ON DELETE CASCADE,
        action_id uuid NOT NULL,
        after_id uuid NOT NULL,
        PRIMARY KEY (organization_id, action_id, after_id),
        FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
        FOREIGN KEY (organization_id, after_id) REFERENCES action ON DELETE CASCADE
      );
      CREATE INDEX action_dependency_after ON action_dependency (organization_id, after_id);
      ALTER TABLE action_dependency ENABLE ROW LEVEL SECURITY;
      ALTER TABLE action_dependency FORCE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON action_dependency
        USING (organization_id = boucle_organization())
        WITH CHECK (organization_id = boucle_organization());
      GRANT SELECT, INSERT, DELETE ON action_dependency TO boucle_app`);
    await runner.query(gate);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE action_dependency;
      DROP FUNCTION boucle_no_dependency_circle()`);
  }
}

// Two people who each add one half of a circle would not see each other's: they take turns.
const gate = `
  CREATE FUNCTION boucle_no_dependency_circle() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('dependency ' || NEW.organization_id, 0));
    IF EXISTS (
      WITH RECURSIVE earlier AS (
        SELECT NEW.after_id AS id
        UNION SELECT d.after_id FROM earlier JOIN action_dependency d
          ON d.organization_id = NEW.organization_id AND d.action_id = earlier.id
      ) SELECT FROM earlier WHERE id = NEW.action_id)
    THEN
      RAISE EXCEPTION 'action % would come after itself', NEW.action_id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'dependency_leads_back';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER dependency_leads_back AFTER INSERT OR UPDATE ON action_dependency
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boucle_no_dependency_circle();`;
