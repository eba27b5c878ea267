import type { MigrationInterface, QueryRunner } from 'typeorm';

/** When people are reminded, as data; and who was told what, of whatever they owe. */
export class Reminders1794000000000 implements MigrationInterface {
  name = 'Reminders1794000000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(rules);
    await runner.query(wishes);
    await runner.query(told);
    await runner.query(carriedOver);
    await runner.query(letters);
    await runner.query(leads);
    await runner.query(key);
    await runner.query(`DROP TABLE reminder, answer_reminder, check_reminder;
      ALTER TABLE duty_told RENAME TO reminder;
      ALTER INDEX duty_told_pkey RENAME TO reminder_pkey`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE reminder, signing_key;
      DROP FUNCTION boucle_leads(uuid[], text[], uuid);
      DROP INDEX letter_waiting_since;
      ALTER TABLE letter DROP COLUMN tried_at, DROP COLUMN attempts;
      ALTER TABLE person DROP COLUMN digest_frequency, DROP COLUMN digest_weekday,
        DROP COLUMN away_from, DROP COLUMN away_until, DROP COLUMN stand_in_id;
      ALTER TABLE unit DROP COLUMN reminder_rules;
      ALTER TABLE organization DROP COLUMN reminder_rules`);
    await runner.query(former);
    for (const table of ['reminder', 'answer_reminder', 'check_reminder']) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table} USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization());
        GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO boucle_app`);
    }
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

/** The rules as they were until now, written here once: the program's own may change. */
const usual = {
  before: [-7, -1, 0],
  everyAfter: 7,
  escalation: [
    { after: 7, to: 'manager' },
    { after: 21, to: 'quality_manager' },
  ],
  quietWeekdays: [0, 6],
  quietHolidays: true,
  quietPeriods: [],
  hour: 7,
  restAfterReport: 3,
};

const rules = `
  ALTER TABLE organization ADD COLUMN reminder_rules jsonb NOT NULL
    DEFAULT '${JSON.stringify(usual)}';
  ALTER TABLE unit ADD COLUMN reminder_rules jsonb;`;

const wishes = `
  ALTER TABLE person
    ADD COLUMN digest_frequency text NOT NULL DEFAULT 'daily'
      CHECK (digest_frequency IN ('daily', 'weekly', 'late')),
    ADD COLUMN digest_weekday smallint NOT NULL DEFAULT 1 CHECK (digest_weekday BETWEEN 0 AND 6),
    ADD COLUMN away_from date,
    ADD COLUMN away_until date,
    ADD COLUMN stand_in_id uuid,
    ADD FOREIGN KEY (organization_id, stand_in_id) REFERENCES person,
    ADD CONSTRAINT away_both_ends CHECK ((away_from IS NULL) = (away_until IS NULL)
      AND away_from <= away_until),
    ADD CONSTRAINT stands_in_for_another CHECK (stand_in_id <> id);
  CREATE INDEX person_stand_in ON person (organization_id, stand_in_id)
    WHERE stand_in_id IS NOT NULL;`;

// What is owed is an action, a check, an answer or a decision: no one table holds their keys.
const told = `
  CREATE TABLE duty_told (
    ${tenant},
    person_id uuid NOT NULL,
    duty text NOT NULL CHECK (duty IN ('action', 'check', 'answer', 'decision')),
    subject_id uuid NOT NULL,
    due_on date NOT NULL,
    step integer NOT NULL,
    role text NOT NULL DEFAULT 'owner' CHECK (role IN ('owner', 'manager', 'quality_manager')),
    told_on date NOT NULL,
    letter_id uuid NOT NULL,
    PRIMARY KEY (organization_id, person_id, duty, subject_id, due_on, step, role),
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
  );
  CREATE INDEX reminder_subject ON duty_told (organization_id, subject_id);
  CREATE INDEX reminder_day ON duty_told (organization_id, told_on);
  ALTER TABLE duty_told ENABLE ROW LEVEL SECURITY;
  ALTER TABLE duty_told FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON duty_told USING (organization_id = (SELECT boucle_organization()))
    WITH CHECK (organization_id = boucle_organization());
  GRANT SELECT, INSERT, DELETE ON duty_told TO boucle_app;`;

// Row-level security holds for whoever migrates too: one organisation after another.
const carriedOver = `
  DO $$ DECLARE tenant uuid;
  BEGIN
    FOR tenant IN SELECT boucle_organizations() LOOP
      PERFORM set_config('boucle.organization', tenant::text, true);
      INSERT INTO duty_told (person_id, duty, subject_id, due_on, step, told_on, letter_id)
        SELECT a.owner_id, 'action', r.action_id, r.due_on, r.step, l.created_at::date, r.letter_id
          FROM reminder r JOIN action a ON a.id = r.action_id JOIN letter l ON l.id = r.letter_id;
      INSERT INTO duty_told (person_id, duty, subject_id, due_on, step, told_on, letter_id)
        SELECT r.person_id, 'answer', r.feedback_id, r.due_on, r.step, l.created_at::date,
               r.letter_id
          FROM answer_reminder r JOIN letter l ON l.id = r.letter_id;
      INSERT INTO duty_told (person_id, duty, subject_id, due_on, step, told_on, letter_id)
        SELECT r.person_id, 'check', r.action_id, r.due_on, r.step, l.created_at::date, r.letter_id
          FROM check_reminder r JOIN letter l ON l.id = r.letter_id;
    END LOOP;
    PERFORM set_config('boucle.organization', '', true);
  END $$;`;

// What a mail server did not take for now is tried again, less and less often.
const letters = `
  ALTER TABLE letter ADD COLUMN tried_at timestamptz,
    ADD COLUMN attempts integer NOT NULL DEFAULT 0;
  CREATE INDEX letter_waiting_since ON letter (organization_id, created_at) WHERE state = 'waiting';`;

/** Who leads a unit, whose path it is: its closest managers, or whoever else holds one of these roles. */
const leads = `
  CREATE FUNCTION boucle_leads(unit_path uuid[], able text[], besides uuid) RETURNS SETOF uuid
    LANGUAGE sql STABLE
    AS $$
      SELECT person_id FROM (
        SELECT m.person_id, rank() OVER (
                 ORDER BY m.role = 'manager' DESC, array_position(unit_path, m.unit_id) DESC)
                 AS place
          FROM membership m JOIN person p ON p.id = m.person_id AND p.active
         WHERE m.unit_id = ANY (unit_path) AND m.role = ANY (able)
           AND m.person_id IS DISTINCT FROM besides) AS placed
       WHERE place = 1
    $$;`;

// The installation's own, outside the wall; its two halves are as random as a version 4 id is.
const key = `
  CREATE TABLE signing_key (
    id smallint PRIMARY KEY DEFAULT 1 CHECK (id = 1),
    secret bytea NOT NULL CHECK (length(secret) >= 32)
  );
  INSERT INTO signing_key (secret)
    SELECT decode(replace(a::text || b::text || c::text, '-', ''), 'hex')
      FROM (SELECT gen_random_uuid() AS a, gen_random_uuid() AS b, gen_random_uuid() AS c) AS drawn;
  GRANT SELECT ON signing_key TO boucle_app;`;

const former = `
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
  CREATE TABLE answer_reminder (
    ${tenant},
    feedback_id uuid NOT NULL,
    person_id uuid NOT NULL,
    due_on date NOT NULL,
    step integer NOT NULL,
    letter_id uuid NOT NULL,
    PRIMARY KEY (organization_id, feedback_id, person_id, due_on, step),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
  );
  CREATE TABLE check_reminder (
    ${tenant},
    action_id uuid NOT NULL,
    person_id uuid NOT NULL,
    due_on date NOT NULL,
    step integer NOT NULL,
    letter_id uuid NOT NULL,
    PRIMARY KEY (organization_id, action_id, person_id, due_on, step),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
  );`;
