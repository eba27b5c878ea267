import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Due dates that move only for a reason, and gates that were only the program's. */
export class Deferrals1793200000000 implements MigrationInterface {
  name = 'Deferrals1793200000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(table);
    await runner.query(history);
    await runner.query(wall);
    await runner.query(dueDate);
    await runner.query(stricter);
    await runner.query(closing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER settled_has_outcome ON feedback;
      DROP TRIGGER settled_has_outcome ON action;
      DROP TRIGGER settled_has_outcome ON origin;
      DROP TRIGGER due_date_has_reason ON action;
      ALTER TABLE action DROP CONSTRAINT verdict_has_author,
        DROP CONSTRAINT verified_worked, DROP CONSTRAINT cancelled_has_reason,
        ADD CONSTRAINT cancelled_has_reason
          CHECK (state <> 'cancelled' OR cancel_reason IS NOT NULL);
      DROP TABLE deferral;
      DROP FUNCTION boucle_deferral_is_settled_once(), boucle_due_date_has_reason(),
        boucle_settled_has_outcome()`);
  }
}

// Asked and decided at the same instant: moved at once by whoever may, who asks nobody.
const table = `
  CREATE TABLE deferral (
    organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE,
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL,
    reason text NOT NULL CHECK (reason ~ '\\S'),
    asked_by uuid NOT NULL,
    asked_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'granted', 'refused',
      'withdrawn')),
    decided_by uuid,
    decided_at timestamptz,
    decision_note text,
    granted_in xid8,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, asked_by) REFERENCES person,
    FOREIGN KEY (organization_id, decided_by) REFERENCES person,
    CONSTRAINT deferral_moves CHECK (from_day <> to_day),
    CONSTRAINT deferral_has_decision CHECK ((state <> 'asked') = (decided_by IS NOT NULL)
      AND (state <> 'asked') = (decided_at IS NOT NULL)),
    CONSTRAINT deferral_not_by_asker CHECK (state NOT IN ('granted', 'refused')
      OR decided_by <> asked_by OR (state = 'granted' AND decided_at = asked_at)),
    CONSTRAINT refused_has_note CHECK (state <> 'refused' OR coalesce(decision_note, '') ~ '\\S')
  );
  CREATE INDEX deferral_action ON deferral (organization_id, action_id, id);
  CREATE UNIQUE INDEX deferral_is_asked_once ON deferral (organization_id, action_id)
    WHERE state = 'asked';`;

// What was moved before was told by the journal alone.
const history = `
  DO $$
  DECLARE
    tenant uuid;
  BEGIN
    FOR tenant IN SELECT boucle_organizations() LOOP
      PERFORM set_config('boucle.organization', tenant::text, true);
      INSERT INTO deferral (organization_id, id, action_id, from_day, to_day, reason, asked_by,
          asked_at, state, decided_by, decided_at)
        SELECT tenant, j.id, a.id, (j.details ->> 'from')::date, (j.details ->> 'to')::date,
               j.details ->> 'reason', coalesce(j.person_id, a.created_by), j.at, 'granted',
               coalesce(j.person_id, a.created_by), j.at
          FROM journal j
          JOIN action a ON a.organization_id = tenant AND a.id = j.subject_id
         WHERE j.organization_id = tenant AND j.verb = 'action.reschedule'
           AND j.details ->> 'from' <> j.details ->> 'to' AND j.details ->> 'reason' ~ '\\S';
    END LOOP;
    PERFORM set_config('boucle.organization', '', true);
  END $$;`;

const wall = `
  ALTER TABLE deferral ENABLE ROW LEVEL SECURITY;
  ALTER TABLE deferral FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON deferral
    USING (organization_id = boucle_organization())
    WITH CHECK (organization_id = boucle_organization());
  GRANT SELECT, INSERT ON deferral TO boucle_app;
  GRANT UPDATE (state, decided_by, decided_at, decision_note) ON deferral TO boucle_app;`;

// The transaction that grants is the one that moves: an old reason does not serve a second time.
const dueDate = `
  CREATE FUNCTION boucle_deferral_is_settled_once() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'UPDATE' AND OLD.state <> 'asked' THEN
      RAISE EXCEPTION 'deferral % is settled', OLD.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'deferral_is_settled_once';
    END IF;
    NEW.granted_in := CASE WHEN NEW.state = 'granted' THEN pg_current_xact_id() END;
    RETURN NEW;
  END $$;
  CREATE TRIGGER deferral_is_settled_once BEFORE INSERT OR UPDATE ON deferral
    FOR EACH ROW EXECUTE FUNCTION boucle_deferral_is_settled_once();

  CREATE FUNCTION boucle_due_date_has_reason() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF NOT EXISTS (
      SELECT FROM deferral
       WHERE organization_id = NEW.organization_id AND action_id = NEW.id
         AND from_day = OLD.due_on AND to_day = NEW.due_on AND granted_in = pg_current_xact_id()
    ) THEN
      RAISE EXCEPTION 'the due date of action % moves without a reason', NEW.id
        USING ERRCODE = 'check_violation', CONSTRAINT = 'due_date_has_reason';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER due_date_has_reason AFTER UPDATE OF due_on ON action
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.due_on <> NEW.due_on)
    EXECUTE FUNCTION boucle_due_date_has_reason();`;

// What was stored before is left as it is: it binds what is written from now on.
const stricter = `
  ALTER TABLE action DROP CONSTRAINT cancelled_has_reason,
    ADD CONSTRAINT cancelled_has_reason
      CHECK (state <> 'cancelled' OR coalesce(cancel_reason, '') ~ '\\S') NOT VALID,
    ADD CONSTRAINT verdict_has_author
      CHECK (verdict IS NULL OR verdict_by IS NOT NULL) NOT VALID,
    ADD CONSTRAINT verified_worked
      CHECK (state <> 'verified' OR verdict <> 'ineffective') NOT VALID;`;

// The actions of those who joined it count as its own. A cancelled action is not a done one.
const closing = `
  CREATE FUNCTION boucle_settled_has_outcome() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    tenant uuid := coalesce(NEW.organization_id, OLD.organization_id);
    concerned uuid[];
  BEGIN
    concerned := CASE TG_TABLE_NAME
      WHEN 'feedback' THEN ARRAY[(to_jsonb(NEW) ->> 'id')::uuid]
      WHEN 'action' THEN ARRAY(SELECT feedback_id FROM origin
        WHERE organization_id = tenant AND action_id = (to_jsonb(NEW) ->> 'id')::uuid)
      ELSE ARRAY[(to_jsonb(OLD) ->> 'feedback_id')::uuid] END;
    IF EXISTS (
      WITH RECURSIVE above AS (
        SELECT id, state, decision, duplicate_of FROM feedback
         WHERE organization_id = tenant AND id = ANY (concerned)
        UNION
        SELECT f.id, f.state, f.decision, f.duplicate_of FROM above
          JOIN feedback f ON f.organization_id = tenant AND f.id = above.duplicate_of
      )
      SELECT FROM above WHERE state = 'closed' AND coalesce(decision, '') !~ '\\S' AND NOT EXISTS (
        WITH RECURSIVE family AS (
          SELECT above.id
          UNION
          SELECT f.id FROM family
            JOIN feedback f ON f.organization_id = tenant AND f.duplicate_of = family.id
        )
        SELECT FROM family
          JOIN origin o ON o.organization_id = tenant AND o.feedback_id = family.id
          JOIN action a ON a.organization_id = tenant AND a.id = o.action_id
         WHERE a.state IN ('done', 'verified')
      )
    ) THEN
      RAISE EXCEPTION 'a closed feedback has neither an action done nor a decision'
        USING ERRCODE = 'check_violation', CONSTRAINT = 'settled_has_outcome';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER settled_has_outcome AFTER INSERT OR UPDATE OF state, decision ON feedback
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'closed')
    EXECUTE FUNCTION boucle_settled_has_outcome();
  CREATE CONSTRAINT TRIGGER settled_has_outcome AFTER UPDATE OF state ON action
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
    WHEN (OLD.state IN ('done', 'verified') AND NEW.state NOT IN ('done', 'verified'))
    EXECUTE FUNCTION boucle_settled_has_outcome();
  CREATE CONSTRAINT TRIGGER settled_has_outcome AFTER DELETE OR UPDATE ON origin
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boucle_settled_has_outcome();`;
