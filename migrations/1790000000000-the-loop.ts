import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Tables that belong to one organisation, each behind the wall. */
const walled = [
  'unit',
  'person',
  'membership',
  'theme',
  'feedback',
  'reporter',
  'answer',
  'action',
  'origin',
  'survey',
  'campaign',
  'survey_answer',
  'indicator',
  'scorecard',
  'letter',
  'digest',
  'reminder',
  'journal',
];

export class TheLoop1790000000000 implements MigrationInterface {
  name = 'TheLoop1790000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(workingRole);
    await runner.query(functions);
    await runner.query(directory);
    await runner.query(organization);
    await runner.query(feedback);
    await runner.query(actions);
    await runner.query(measures);
    await runner.query(mail);
    await runner.query(gates);
    await runner.query(whoseSession);
    await runner.query(`
      ALTER TABLE organization ENABLE ROW LEVEL SECURITY;
      CREATE POLICY tenant ON organization
        USING (id = boucle_organization()) WITH CHECK (id = boucle_organization())`);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization())`);
    }
    await runner.query(`
      GRANT USAGE ON SCHEMA public TO boucle_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON
        organization, door, credential, session, ${walled.join(', ')} TO boucle_app;
      REVOKE UPDATE, DELETE ON journal FROM boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE ${[...walled].reverse().join(', ')}, door, credential, session, organization CASCADE;
      DROP FUNCTION boucle_whose(text, timestamptz), boucle_organizations(),
        boucle_organization(), boucle_fold(text),
        boucle_action_has_origin(), boucle_closed_is_settled()`);
  }
}

// Roles belong to the whole server: another database of it may have made this one already.
const workingRole = `
  DO $$ BEGIN
    CREATE ROLE boucle_app NOLOGIN;
  EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
  END $$;
  DO $$ BEGIN
    IF NOT pg_has_role(current_user, 'boucle_app', 'MEMBER') THEN
      EXECUTE format('GRANT boucle_app TO %I', current_user);
    END IF;
  END $$;`;

const functions = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;

  CREATE FUNCTION boucle_organization() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('boucle.organization', true), '')::uuid;

  -- unaccent() is only stable because its dictionary could change; this one does not.
  CREATE FUNCTION boucle_fold(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
    AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, $1)) $$;`;

// The few tables outside the wall: they tell which organisation a request belongs to.
const directory = `
  CREATE TABLE organization (
    id uuid PRIMARY KEY,
    name text NOT NULL,
    colour text NOT NULL DEFAULT '#0f5c63',
    language text NOT NULL DEFAULT 'fr',
    time_zone text NOT NULL DEFAULT 'Europe/Paris',
    holiday_region text,
    created_at timestamptz NOT NULL DEFAULT now()
  );

  CREATE FUNCTION boucle_organizations() RETURNS SETOF uuid LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public
    AS $$ SELECT id FROM organization ORDER BY created_at, id $$;

  CREATE TABLE door (
    kind text NOT NULL CHECK (kind IN ('unit', 'campaign', 'follow_up', 'invitation')),
    key text NOT NULL,
    organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
    target_id uuid NOT NULL,
    expires_at timestamptz,
    PRIMARY KEY (kind, key)
  );
  CREATE INDEX door_target ON door (organization_id, target_id);

  CREATE TABLE credential (
    organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
    person_id uuid NOT NULL,
    email text NOT NULL,
    password_hash text NOT NULL,
    PRIMARY KEY (organization_id, person_id)
  );
  CREATE INDEX credential_email ON credential (email);

  CREATE TABLE session (
    token_hash text PRIMARY KEY,
    organization_id uuid NOT NULL,
    person_id uuid NOT NULL,
    expires_at timestamptz NOT NULL,
    FOREIGN KEY (organization_id, person_id) REFERENCES credential ON DELETE CASCADE
  );
  CREATE INDEX session_person ON session (organization_id, person_id);
  CREATE INDEX session_expiry ON session (expires_at);`;

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

const organization = `
  CREATE TABLE unit (
    ${tenant},
    id uuid NOT NULL,
    name text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('organization', 'department', 'reception', 'care_home',
      'home_help', 'sessad', 'esat', 'other')),
    parent_id uuid,
    path uuid[] NOT NULL,
    public_key text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, parent_id) REFERENCES unit,
    CHECK (path[cardinality(path)] = id)
  );
  CREATE UNIQUE INDEX unit_root ON unit (organization_id) WHERE parent_id IS NULL;

  CREATE TABLE person (
    ${tenant},
    id uuid NOT NULL,
    name text NOT NULL,
    email text NOT NULL,
    language text NOT NULL DEFAULT 'fr',
    active boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id)
  );
  CREATE UNIQUE INDEX person_email ON person (organization_id, email);
  ALTER TABLE credential ADD FOREIGN KEY (organization_id, person_id) REFERENCES person
    ON DELETE CASCADE;

  CREATE TABLE membership (
    ${tenant},
    id uuid NOT NULL,
    person_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('agent', 'manager', 'quality_manager', 'elected',
      'administrator')),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, person_id, unit_id, role),
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE,
    FOREIGN KEY (organization_id, unit_id) REFERENCES unit
  );

  CREATE TABLE theme (
    ${tenant},
    id uuid NOT NULL,
    label text NOT NULL,
    position integer NOT NULL,
    PRIMARY KEY (organization_id, id)
  );`;

const feedback = `
  CREATE TABLE feedback (
    ${tenant},
    id uuid NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('anomaly', 'suggestion', 'complaint', 'compliment')),
    state text NOT NULL DEFAULT 'received' CHECK (state IN ('received', 'qualified', 'in_progress',
      'resolved', 'closed', 'dismissed')),
    unit_id uuid NOT NULL,
    channel text NOT NULL,
    other_channels text[] NOT NULL DEFAULT '{}',
    reporter text NOT NULL CHECK (reporter IN ('user', 'relative', 'professional', 'partner',
      'official')),
    title text,
    body text NOT NULL CHECK (body <> ''),
    theme_id uuid,
    severity smallint CHECK (severity BETWEEN 1 AND 4),
    received_on date NOT NULL,
    created_by uuid,
    qualified_at timestamptz,
    dismissal_reason text,
    dismissed_at timestamptz,
    decision text,
    reachable boolean NOT NULL DEFAULT false,
    source text,
    source_id text,
    source_record jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, reference),
    FOREIGN KEY (organization_id, unit_id) REFERENCES unit,
    FOREIGN KEY (organization_id, theme_id) REFERENCES theme,
    FOREIGN KEY (organization_id, created_by) REFERENCES person,
    CHECK (state <> 'dismissed' OR dismissal_reason IS NOT NULL)
  );
  CREATE UNIQUE INDEX feedback_source ON feedback (organization_id, source, source_id)
    WHERE source IS NOT NULL;
  CREATE INDEX feedback_received ON feedback (organization_id, received_on DESC, id DESC);
  CREATE INDEX feedback_state ON feedback (organization_id, state, received_on DESC, id DESC);
  CREATE INDEX feedback_unit ON feedback (organization_id, unit_id, received_on DESC, id DESC);
  CREATE INDEX feedback_words ON feedback USING gin
    (boucle_fold(reference || ' ' || coalesce(title, '') || ' ' || body) gin_trgm_ops);

  CREATE TABLE reporter (
    ${tenant},
    feedback_id uuid NOT NULL,
    name text,
    email text,
    phone text,
    language text NOT NULL DEFAULT 'fr',
    purge_on date NOT NULL,
    PRIMARY KEY (organization_id, feedback_id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE
  );
  CREATE INDEX reporter_purge ON reporter (organization_id, purge_on);`;

const actions = `
  CREATE TABLE action (
    ${tenant},
    id uuid NOT NULL,
    reference text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('immediate', 'corrective', 'preventive', 'improvement')),
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'in_progress', 'done',
      'verified', 'cancelled')),
    title text NOT NULL,
    description text NOT NULL DEFAULT '',
    unit_id uuid NOT NULL,
    owner_id uuid NOT NULL,
    verifier_id uuid,
    criterion text,
    participation text CHECK (participation IN ('informed', 'consulted', 'co_built', 'co_decided',
      'co_implemented')),
    due_on date NOT NULL,
    progress smallint NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    done_on date,
    verdict text CHECK (verdict IN ('effective', 'ineffective', 'inconclusive')),
    verdict_note text,
    verdict_by uuid,
    verdict_on date,
    cancel_reason text,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, reference),
    FOREIGN KEY (organization_id, unit_id) REFERENCES unit,
    FOREIGN KEY (organization_id, owner_id) REFERENCES person,
    FOREIGN KEY (organization_id, verifier_id) REFERENCES person,
    FOREIGN KEY (organization_id, verdict_by) REFERENCES person,
    FOREIGN KEY (organization_id, created_by) REFERENCES person,
    CONSTRAINT verified_has_verdict CHECK (state <> 'verified' OR verdict IS NOT NULL),
    CONSTRAINT verdict_not_by_owner CHECK (verdict_by IS NULL OR verdict_by <> owner_id),
    CONSTRAINT verifier_not_owner CHECK (verifier_id IS NULL OR verifier_id <> owner_id),
    CONSTRAINT cancelled_has_reason CHECK (state <> 'cancelled' OR cancel_reason IS NOT NULL),
    CONSTRAINT done_has_day CHECK (state NOT IN ('done', 'verified') OR done_on IS NOT NULL)
  );
  CREATE INDEX action_due ON action (organization_id, due_on, id);
  CREATE INDEX action_owner ON action (organization_id, owner_id, due_on);
  CREATE INDEX action_unit ON action (organization_id, unit_id, due_on);

  CREATE TABLE origin (
    ${tenant},
    id uuid NOT NULL,
    action_id uuid NOT NULL,
    kind text NOT NULL CHECK (kind IN ('feedback', 'audit')),
    feedback_id uuid,
    reference text,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, action_id, feedback_id),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback,
    CONSTRAINT origin_says_what CHECK (
      (kind = 'feedback') = (feedback_id IS NOT NULL) AND (kind = 'audit') = (reference IS NOT NULL))
  );
  CREATE INDEX origin_feedback ON origin (organization_id, feedback_id);`;

const measures = `
  CREATE TABLE survey (
    ${tenant},
    id uuid NOT NULL,
    title text NOT NULL,
    question text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id)
  );

  CREATE TABLE campaign (
    ${tenant},
    id uuid NOT NULL,
    survey_id uuid NOT NULL,
    unit_id uuid NOT NULL,
    public_key text NOT NULL,
    opens_on date NOT NULL,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, survey_id, unit_id),
    FOREIGN KEY (organization_id, survey_id) REFERENCES survey ON DELETE CASCADE,
    FOREIGN KEY (organization_id, unit_id) REFERENCES unit
  );

  -- A random id and a bare day: neither the order nor the hour of an answer is kept.
  CREATE TABLE survey_answer (
    ${tenant},
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    smiley text NOT NULL CHECK (smiley IN ('good', 'medium', 'bad')),
    comment text,
    answered_on date NOT NULL,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, campaign_id) REFERENCES campaign ON DELETE CASCADE
  );
  CREATE INDEX survey_answer_day ON survey_answer
    (organization_id, campaign_id, answered_on, smiley);

  CREATE TABLE indicator (
    ${tenant},
    id uuid NOT NULL,
    name text NOT NULL,
    survey_id uuid NOT NULL,
    target numeric NOT NULL CHECK (target BETWEEN 0 AND 1),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, survey_id) REFERENCES survey ON DELETE CASCADE
  );

  CREATE TABLE scorecard (
    ${tenant},
    id uuid NOT NULL,
    title text NOT NULL,
    from_day date NOT NULL,
    to_day date NOT NULL CHECK (to_day >= from_day),
    comment text NOT NULL,
    figures jsonb NOT NULL,
    published_by uuid NOT NULL,
    published_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, published_by) REFERENCES person
  );`;

const mail = `
  CREATE TABLE letter (
    ${tenant},
    id uuid NOT NULL,
    kind text NOT NULL,
    recipient text NOT NULL,
    subject text NOT NULL,
    text text NOT NULL,
    html text NOT NULL,
    state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sent', 'failed')),
    problem text,
    created_at timestamptz NOT NULL DEFAULT now(),
    sent_at timestamptz,
    PRIMARY KEY (organization_id, id)
  );
  CREATE INDEX letter_waiting ON letter (organization_id, created_at) WHERE state = 'waiting';

  CREATE TABLE answer (
    ${tenant},
    id uuid NOT NULL,
    feedback_id uuid NOT NULL,
    body text NOT NULL,
    author_id uuid,
    author_name text NOT NULL,
    answered_at timestamptz NOT NULL,
    letter_id uuid,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, author_id) REFERENCES person,
    FOREIGN KEY (organization_id, letter_id) REFERENCES letter
  );
  CREATE INDEX answer_feedback ON answer (organization_id, feedback_id, answered_at);

  -- One row a person and day is what keeps a second digest from leaving.
  CREATE TABLE digest (
    ${tenant},
    person_id uuid NOT NULL,
    day date NOT NULL,
    letter_id uuid NOT NULL,
    PRIMARY KEY (organization_id, person_id, day),
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE,
    FOREIGN KEY (organization_id, letter_id) REFERENCES letter
  );

  -- One row a step is what keeps the same step from being told twice; a new due date starts anew.
  CREATE TABLE reminder (
    ${tenant},
    action_id uuid NOT NULL,
    due_on date NOT NULL,
    step integer NOT NULL,
    letter_id uuid NOT NULL,
    PRIMARY KEY (organization_id, action_id, due_on, step),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, letter_id) REFERENCES letter
  );

  CREATE TABLE journal (
    ${tenant},
    id uuid NOT NULL,
    at timestamptz NOT NULL DEFAULT now(),
    person_id uuid,
    verb text NOT NULL,
    subject_id uuid NOT NULL,
    details jsonb NOT NULL DEFAULT '{}',
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, person_id) REFERENCES person
  );
  CREATE INDEX journal_subject ON journal (organization_id, subject_id, id);`;

const gates = `
  CREATE FUNCTION boucle_action_has_origin() RETURNS trigger LANGUAGE plpgsql AS $$
  DECLARE
    tenant uuid := coalesce(NEW.organization_id, OLD.organization_id);
    subject uuid := CASE TG_TABLE_NAME WHEN 'action' THEN to_jsonb(NEW) ->> 'id'
      ELSE to_jsonb(OLD) ->> 'action_id' END;
  BEGIN
    IF EXISTS (SELECT FROM action WHERE organization_id = tenant AND id = subject)
      AND NOT EXISTS (SELECT FROM origin WHERE organization_id = tenant AND action_id = subject)
    THEN
      RAISE EXCEPTION 'action % has no origin', subject
        USING ERRCODE = 'check_violation', CONSTRAINT = 'action_has_origin';
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER action_has_origin AFTER INSERT ON action
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boucle_action_has_origin();
  CREATE CONSTRAINT TRIGGER action_keeps_origin AFTER DELETE OR UPDATE ON origin
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boucle_action_has_origin();

  CREATE FUNCTION boucle_closed_is_settled() RETURNS trigger LANGUAGE plpgsql AS $$
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
  END $$;
  CREATE CONSTRAINT TRIGGER closed_is_settled AFTER INSERT OR UPDATE OF state ON feedback
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'closed')
    EXECUTE FUNCTION boucle_closed_is_settled();
  CREATE CONSTRAINT TRIGGER closed_is_settled AFTER INSERT OR UPDATE OF state ON action
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state IN ('planned', 'in_progress'))
    EXECUTE FUNCTION boucle_closed_is_settled();
  CREATE CONSTRAINT TRIGGER closed_is_settled AFTER INSERT OR UPDATE ON origin
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION boucle_closed_is_settled();`;

// Every request asks this: one journey to the database instead of five.
const whoseSession = `
  CREATE FUNCTION boucle_whose(token text, instant timestamptz) RETURNS TABLE (
    "organizationId" uuid, "personId" uuid, "expiresAt" timestamptz, name text, email text,
    language text, role text, "unitId" uuid, "unitName" text, "unitIds" uuid[]
  ) LANGUAGE plpgsql AS $$
  DECLARE
    found session;
  BEGIN
    SELECT * INTO found FROM session WHERE token_hash = token AND expires_at >= instant;
    PERFORM set_config('boucle.organization', found.organization_id::text, true);
    RETURN QUERY
      SELECT found.organization_id, found.person_id, found.expires_at, p.name, p.email, p.language,
             m.role, u.id, u.name,
             ARRAY(SELECT below.id FROM unit below WHERE u.id = ANY (below.path))
        FROM person p
        LEFT JOIN membership m ON m.person_id = p.id
        LEFT JOIN unit u ON u.id = m.unit_id
       WHERE p.id = found.person_id
       ORDER BY cardinality(u.path) DESC, u.name, m.role;
  END $$;`;
