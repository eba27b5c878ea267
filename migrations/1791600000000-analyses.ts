import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['analysis', 'analysis_feedback', 'participant', 'cause'];

export class Analyses1791600000000 implements MigrationInterface {
  name = 'Analyses1791600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(gates);
    await runner.query(origin);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization())`);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON analysis TO boucle_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON analysis_feedback, participant, cause TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE origin DROP CONSTRAINT origin_says_what, DROP CONSTRAINT origin_kind_check;
      DELETE FROM origin WHERE kind = 'analysis_cause';
      ALTER TABLE origin DROP COLUMN cause_id,
        ADD CONSTRAINT origin_kind_check CHECK (kind IN ('feedback', 'audit')),
        ADD CONSTRAINT origin_says_what CHECK ((kind = 'feedback') = (feedback_id IS NOT NULL)
          AND (kind = 'audit') = (reference IS NOT NULL));
      DROP TABLE cause, participant, analysis_feedback, analysis;
      DROP FUNCTION boucle_analysis_has_feedback(), boucle_whys_are_five()`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

// A cause and what explains it share their analysis and their branch: the key says so, and moving
// the first moves all.
const tables = `
  CREATE TABLE analysis (
    ${tenant},
    id uuid NOT NULL,
    reference text NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'concluded')),
    unit_id uuid NOT NULL,
    title text NOT NULL CHECK (title <> ''),
    problem text NOT NULL DEFAULT '',
    notes text NOT NULL DEFAULT '',
    conclusion text NOT NULL DEFAULT '',
    held_on date,
    concluded_on date,
    version integer NOT NULL DEFAULT 1,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, reference),
    FOREIGN KEY (organization_id, unit_id) REFERENCES unit,
    FOREIGN KEY (organization_id, created_by) REFERENCES person,
    CONSTRAINT concluded_has_proof CHECK ((state = 'concluded') = (concluded_on IS NOT NULL)
      AND (state <> 'concluded' OR (held_on IS NOT NULL AND conclusion <> '')))
  );
  CREATE INDEX analysis_unit ON analysis (organization_id, unit_id, id);

  CREATE TABLE analysis_feedback (
    ${tenant},
    analysis_id uuid NOT NULL,
    feedback_id uuid NOT NULL,
    PRIMARY KEY (organization_id, analysis_id, feedback_id),
    FOREIGN KEY (organization_id, analysis_id) REFERENCES analysis ON DELETE CASCADE,
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback
  );
  CREATE INDEX analysis_feedback_feedback ON analysis_feedback (organization_id, feedback_id);

  CREATE TABLE participant (
    ${tenant},
    id uuid NOT NULL,
    analysis_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('user', 'relative', 'professional', 'manager', 'partner',
      'elected')),
    name text CHECK (name <> ''),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, analysis_id) REFERENCES analysis ON DELETE CASCADE
  );
  CREATE INDEX participant_analysis ON participant (organization_id, analysis_id, id);

  CREATE TABLE cause (
    ${tenant},
    id uuid NOT NULL,
    analysis_id uuid NOT NULL,
    branch text NOT NULL CHECK (branch IN ('methods', 'environment', 'equipment', 'people',
      'information')),
    parent_id uuid,
    wording text NOT NULL CHECK (wording <> ''),
    status text NOT NULL DEFAULT 'supposed' CHECK (status IN ('supposed', 'verified',
      'discarded')),
    evidence text,
    version integer NOT NULL DEFAULT 1,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, id, analysis_id, branch),
    FOREIGN KEY (organization_id, analysis_id) REFERENCES analysis ON DELETE CASCADE,
    CONSTRAINT cause_explains FOREIGN KEY (organization_id, parent_id, analysis_id, branch)
      REFERENCES cause (organization_id, id, analysis_id, branch)
      ON UPDATE CASCADE ON DELETE CASCADE,
    CONSTRAINT verified_has_evidence CHECK (status <> 'verified'
      OR coalesce(evidence, '') ~ '\\S')
  );
  CREATE INDEX cause_analysis ON cause (organization_id, analysis_id, id);
  CREATE INDEX cause_parent ON cause (organization_id, parent_id);`;

const gates = `
  CREATE FUNCTION boucle_analysis_has_feedback() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    tenant uuid := coalesce(NEW.organization_id, OLD.organization_id);
    subject uuid := CASE TG_TABLE_NAME WHEN 'analysis' THEN to_jsonb(NEW) ->> 'id'
      ELSE to_jsonb(OLD) ->> 'analysis_id' END;
  BEGIN
    IF EXISTS (SELECT FROM analysis WHERE organization_id = tenant AND id = subject)
      AND NOT EXISTS (SELECT FROM analysis_feedback
        WHERE organization_id = tenant AND analysis_id = subject)
    THEN
      RAISE EXCEPTION 'analysis % covers no feedback', subject
        USING ERRCODE = 'check_violation', CONSTRAINT = 'analysis_has_feedback';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER analysis_has_feedback AFTER INSERT ON analysis
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boucle_analysis_has_feedback();
  CREATE CONSTRAINT TRIGGER analysis_keeps_feedback AFTER DELETE OR UPDATE ON analysis_feedback
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boucle_analysis_has_feedback();

  -- Both ways from the cause that changed; one that leads back to itself is never at its end.
  CREATE FUNCTION boucle_whys_are_five() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    whys integer;
  BEGIN
    WITH RECURSIVE above AS (
      SELECT NEW.id AS id, 1 AS steps
      UNION ALL SELECT c.parent_id, steps + 1 FROM above JOIN cause c
        ON c.organization_id = NEW.organization_id AND c.id = above.id
       WHERE c.parent_id IS NOT NULL AND steps <= 5
    ), below AS (
      SELECT NEW.id AS id, 1 AS steps
      UNION ALL SELECT c.id, steps + 1 FROM below JOIN cause c
        ON c.organization_id = NEW.organization_id AND c.parent_id = below.id
       WHERE steps <= 5
    )
    SELECT (SELECT max(steps) FROM above) + (SELECT max(steps) FROM below) - 1 INTO whys;
    IF whys > 5 THEN
      RAISE EXCEPTION 'cause % is under more than five whys', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'whys_are_five';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER whys_are_five AFTER INSERT OR UPDATE OF parent_id ON cause
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.parent_id IS NOT NULL)
    EXECUTE FUNCTION boucle_whys_are_five();`;

const origin = `
  ALTER TABLE origin ADD COLUMN cause_id uuid,
    DROP CONSTRAINT origin_kind_check,
    DROP CONSTRAINT origin_says_what;
  ALTER TABLE origin
    ADD CONSTRAINT origin_kind_check CHECK (kind IN ('feedback', 'audit', 'analysis_cause')),
    ADD CONSTRAINT origin_says_what CHECK ((kind = 'feedback') = (feedback_id IS NOT NULL)
      AND (kind = 'audit') = (reference IS NOT NULL)
      AND (kind = 'analysis_cause') = (cause_id IS NOT NULL)),
    ADD CONSTRAINT cause_has_action FOREIGN KEY (organization_id, cause_id) REFERENCES cause,
    ADD UNIQUE (organization_id, action_id, cause_id);
  CREATE INDEX origin_cause ON origin (organization_id, cause_id);`;
