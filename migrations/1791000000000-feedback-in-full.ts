import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the whole life of a feedback needs: deadlines, a rating on a grid, and ways aside. */
export class FeedbackInFull1791000000000 implements MigrationInterface {
  name = 'FeedbackInFull1791000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(deadlines);
    await runner.query(feedback);
    await runner.query(whatStands);
    await runner.query(grid);
    await runner.query(transfer);
    for (const table of ['criticality_grid', 'transfer']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization());
        GRANT SELECT, INSERT ON ${table} TO boucle_app`);
    }
    await runner.query('GRANT UPDATE ON transfer TO boucle_app');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE transfer;
      ALTER TABLE feedback
        DROP COLUMN state_before, DROP COLUMN duplicate_of, DROP COLUMN frequency,
        DROP COLUMN grid_version, DROP COLUMN criticality, DROP COLUMN answer_owner_id,
        DROP COLUMN acknowledge_by, DROP COLUMN acknowledge_basis, DROP COLUMN acknowledged_on,
        DROP COLUMN answer_by, DROP COLUMN answer_basis, DROP COLUMN answered_on,
        DROP COLUMN wall_consent, DROP CONSTRAINT feedback_state_check;
      ALTER TABLE feedback ADD CONSTRAINT feedback_state_check CHECK (state IN ('received',
        'qualified', 'in_progress', 'resolved', 'closed', 'dismissed'));
      DROP TABLE criticality_grid;
      ALTER TABLE organization DROP COLUMN deadlines`);
  }
}

// What an organisation of before starts with is what a new one does: defaultDeadlines of the law,
// as they stood when this landed.
const deadlines = `
  ALTER TABLE organization ADD COLUMN deadlines jsonb NOT NULL DEFAULT '[
    {"clock": "acknowledgement", "kind": null, "channel": "email", "amount": 10,
     "unit": "working_day", "basis": "CRPA R112-11-1"},
    {"clock": "acknowledgement", "kind": null, "channel": "mail", "amount": 14, "unit": "day",
     "basis": "Services Publics+, engagement 4"},
    {"clock": "answer", "kind": "anomaly", "channel": null, "amount": 2, "unit": "month",
     "basis": "CRPA L231-4"},
    {"clock": "answer", "kind": "suggestion", "channel": null, "amount": 2, "unit": "month",
     "basis": "CRPA L231-4"},
    {"clock": "answer", "kind": "complaint", "channel": null, "amount": 2, "unit": "month",
     "basis": "CRPA L231-4"}
  ]'`;

const feedback = `
  ALTER TABLE feedback
    DROP CONSTRAINT feedback_state_check,
    ADD COLUMN state_before text,
    ADD COLUMN duplicate_of uuid,
    ADD COLUMN frequency smallint CHECK (frequency BETWEEN 1 AND 4),
    ADD COLUMN grid_version integer,
    ADD COLUMN criticality smallint CHECK (criticality BETWEEN 1 AND 4),
    ADD COLUMN answer_owner_id uuid,
    ADD COLUMN acknowledge_by date,
    ADD COLUMN acknowledge_basis text,
    ADD COLUMN acknowledged_on date,
    ADD COLUMN answer_by date,
    ADD COLUMN answer_basis text,
    ADD COLUMN answered_on date,
    ADD COLUMN wall_consent boolean NOT NULL DEFAULT false;
  ALTER TABLE feedback
    ADD CONSTRAINT feedback_state_check CHECK (state IN ('received', 'qualified', 'in_progress',
      'resolved', 'closed', 'dismissed', 'duplicate', 'transferred')),
    ADD CONSTRAINT feedback_duplicate_names_other CHECK
      ((state = 'duplicate') = (duplicate_of IS NOT NULL) AND duplicate_of <> id),
    ADD FOREIGN KEY (organization_id, duplicate_of) REFERENCES feedback,
    ADD FOREIGN KEY (organization_id, answer_owner_id) REFERENCES person;
  CREATE INDEX feedback_duplicates ON feedback (organization_id, duplicate_of)
    WHERE duplicate_of IS NOT NULL;
  CREATE INDEX feedback_answer_by ON feedback (organization_id, answer_by)
    WHERE answer_by IS NOT NULL AND answered_on IS NULL;
  CREATE INDEX feedback_acknowledge_by ON feedback (organization_id, acknowledge_by)
    WHERE acknowledge_by IS NOT NULL AND acknowledged_on IS NULL;`;

// The wall holds for the owner as well: rows are seen one organisation at a time.
const whatStands = `
  DO $$
  DECLARE
    tenant uuid;
  BEGIN
    FOR tenant IN SELECT boucle_organizations() LOOP
      PERFORM set_config('boucle.organization', tenant::text, true);
      UPDATE feedback SET state_before =
        CASE WHEN qualified_at IS NULL THEN 'received' ELSE 'qualified' END
        WHERE state = 'dismissed';
      UPDATE feedback f SET answered_on =
        (SELECT min(answered_at)::date FROM answer a WHERE a.feedback_id = f.id);
    END LOOP;
    PERFORM set_config('boucle.organization', '', true);
  END $$`;

// A grid is never changed: a new version stands beside it, and a rating keeps the one it was made on.
const grid = `
  CREATE TABLE criticality_grid (
    organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE,
    version integer NOT NULL,
    cells jsonb NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, version),
    FOREIGN KEY (organization_id, created_by) REFERENCES person
  );
  INSERT INTO criticality_grid (organization_id, version, cells)
    SELECT id, 1, '[[1, 1, 1, 2], [1, 2, 2, 3], [2, 3, 3, 4], [3, 4, 4, 4]]' FROM organization;
  ALTER TABLE feedback ADD FOREIGN KEY (organization_id, grid_version) REFERENCES criticality_grid;`;

const transfer = `
  CREATE TABLE transfer (
    organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE,
    id uuid NOT NULL,
    feedback_id uuid NOT NULL,
    from_unit_id uuid NOT NULL,
    to_unit_id uuid,
    partner text,
    contact text,
    reason text NOT NULL,
    sent_by uuid NOT NULL,
    sent_on date NOT NULL,
    ask_on date,
    outcome text CHECK (outcome IN ('received', 'not_received', 'taken_back')),
    outcome_note text,
    settled_by uuid,
    settled_on date,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, from_unit_id) REFERENCES unit,
    FOREIGN KEY (organization_id, to_unit_id) REFERENCES unit,
    FOREIGN KEY (organization_id, sent_by) REFERENCES person,
    FOREIGN KEY (organization_id, settled_by) REFERENCES person,
    CONSTRAINT transfer_goes_somewhere CHECK ((to_unit_id IS NULL) <> (partner IS NULL)),
    CONSTRAINT transfer_settled_has_day CHECK ((outcome IS NULL) = (settled_on IS NULL))
  );
  CREATE INDEX transfer_feedback ON transfer (organization_id, feedback_id, sent_on);
  CREATE UNIQUE INDEX transfer_under_way ON transfer (organization_id, feedback_id)
    WHERE outcome IS NULL;
  CREATE INDEX transfer_ask ON transfer (organization_id, ask_on) WHERE outcome IS NULL;`;
