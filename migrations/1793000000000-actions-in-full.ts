import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What an action holds besides its owner and its date, and what it may come from. */
export class ActionsInFull1793000000000 implements MigrationInterface {
  name = 'ActionsInFull1793000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(action);
    await runner.query(origin);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DELETE FROM origin WHERE kind IN ('survey', 'indicator', 'recommendation');
      ALTER TABLE origin DROP COLUMN survey_id, DROP COLUMN indicator_id,
        DROP CONSTRAINT origin_kind_check, DROP CONSTRAINT origin_says_what,
        ADD CONSTRAINT origin_kind_check CHECK (kind IN ('feedback', 'audit', 'analysis_cause')),
        ADD CONSTRAINT origin_says_what CHECK ((kind = 'feedback') = (feedback_id IS NOT NULL)
          AND (kind = 'audit') = (reference IS NOT NULL)
          AND (kind = 'analysis_cause') = (cause_id IS NOT NULL));
      ALTER TABLE action DROP COLUMN version, DROP COLUMN rationale, DROP COLUMN start_on,
        DROP COLUMN priority, DROP COLUMN feasibility, DROP COLUMN impact, DROP COLUMN cost,
        DROP COLUMN effort_days, DROP COLUMN skills, DROP COLUMN stakeholders,
        DROP COLUMN participants, DROP COLUMN levers, DROP COLUMN obstacles,
        DROP COLUMN check_method, DROP COLUMN check_on, DROP COLUMN check_indicator_id,
        DROP COLUMN check_target, DROP COLUMN check_days, DROP COLUMN successor_of`);
  }
}

const action = `
  ALTER TABLE action
    ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN rationale text NOT NULL DEFAULT '',
    ADD COLUMN start_on date,
    ADD COLUMN feasibility smallint CHECK (feasibility BETWEEN 1 AND 4),
    ADD COLUMN impact smallint CHECK (impact BETWEEN 1 AND 4),
    ADD COLUMN priority smallint GENERATED ALWAYS AS (feasibility * impact) STORED,
    ADD COLUMN cost numeric(12, 2) CHECK (cost >= 0),
    ADD COLUMN effort_days numeric(7, 1) CHECK (effort_days >= 0),
    ADD COLUMN skills text NOT NULL DEFAULT '',
    ADD COLUMN stakeholders text NOT NULL DEFAULT '',
    ADD COLUMN participants text NOT NULL DEFAULT '',
    ADD COLUMN levers text NOT NULL DEFAULT '',
    ADD COLUMN obstacles text NOT NULL DEFAULT '',
    ADD COLUMN check_method text CHECK (check_method IN ('indicator', 'recurrence', 'observation')),
    ADD COLUMN check_on date,
    ADD COLUMN check_indicator_id uuid,
    ADD COLUMN check_target numeric CHECK (check_target BETWEEN 0 AND 1),
    ADD COLUMN check_days integer CHECK (check_days BETWEEN 1 AND 730),
    ADD COLUMN successor_of uuid,
    ADD FOREIGN KEY (organization_id, check_indicator_id) REFERENCES indicator,
    ADD FOREIGN KEY (organization_id, successor_of) REFERENCES action,
    ADD CONSTRAINT starts_before_due CHECK (start_on <= due_on),
    ADD CONSTRAINT succeeds_another CHECK (successor_of <> id),
    ADD CONSTRAINT check_says_what CHECK (
      (coalesce(check_method, '') = 'indicator') = (check_indicator_id IS NOT NULL)
      AND (coalesce(check_method, '') = 'indicator') = (check_target IS NOT NULL)
      AND (coalesce(check_method, '') = 'recurrence') = (check_days IS NOT NULL)
      AND (coalesce(check_method, '') <> 'observation' OR coalesce(criterion, '') ~ '\\S'));
  CREATE INDEX action_check ON action (organization_id, check_on, id) WHERE state = 'done';
  CREATE INDEX action_successor ON action (organization_id, successor_of)
    WHERE successor_of IS NOT NULL;`;

// A recommendation is named by its words until the workshops that make them have their room.
const origin = `
  ALTER TABLE origin ADD COLUMN survey_id uuid, ADD COLUMN indicator_id uuid,
    DROP CONSTRAINT origin_kind_check,
    DROP CONSTRAINT origin_says_what;
  ALTER TABLE origin
    ADD CONSTRAINT origin_kind_check CHECK (kind IN ('feedback', 'audit', 'analysis_cause',
      'survey', 'indicator', 'recommendation')),
    ADD CONSTRAINT origin_says_what CHECK ((kind = 'feedback') = (feedback_id IS NOT NULL)
      AND (kind = 'analysis_cause') = (cause_id IS NOT NULL)
      AND (kind = 'survey') = (survey_id IS NOT NULL)
      AND (kind = 'indicator') = (indicator_id IS NOT NULL)
      AND (kind NOT IN ('audit', 'recommendation') OR coalesce(reference, '') ~ '\\S')
      AND (kind NOT IN ('feedback', 'analysis_cause') OR reference IS NULL)),
    ADD FOREIGN KEY (organization_id, survey_id) REFERENCES survey,
    ADD FOREIGN KEY (organization_id, indicator_id) REFERENCES indicator;
  CREATE INDEX origin_survey ON origin (organization_id, survey_id) WHERE survey_id IS NOT NULL;
  CREATE INDEX origin_indicator ON origin (organization_id, indicator_id)
    WHERE indicator_id IS NOT NULL;`;
