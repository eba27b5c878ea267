import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['recurrence', 'recurrence_look', 'check_reminder'];

/** What came back after an action was done, and who was asked to verify its effect. */
export class Recurrences1793300000000 implements MigrationInterface {
  name = 'Recurrences1793300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(tables);
    await runner.query(among);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization())`);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE ON recurrence TO boucle_app;
      GRANT SELECT, INSERT ON recurrence_look TO boucle_app;
      GRANT SELECT, INSERT, DELETE ON check_reminder TO boucle_app;
      REVOKE ALL ON FUNCTION boucle_alike_among(text, uuid[]) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION boucle_alike_among(text, uuid[]) TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION boucle_alike_among(text, uuid[]);
      DROP TABLE check_reminder, recurrence_look, recurrence`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

const tables = `
  CREATE TABLE recurrence (
    ${tenant},
    action_id uuid NOT NULL,
    feedback_id uuid NOT NULL,
    similarity real NOT NULL CHECK (similarity BETWEEN 0 AND 1),
    seen_at timestamptz NOT NULL DEFAULT now(),
    dismissed_by uuid,
    dismissed_at timestamptz,
    dismissed_why text CHECK (dismissed_why <> ''),
    PRIMARY KEY (organization_id, action_id, feedback_id),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
    FOREIGN KEY (organization_id, dismissed_by) REFERENCES person,
    CONSTRAINT dismissed_by_somebody CHECK ((dismissed_by IS NULL) = (dismissed_at IS NULL)
      AND (dismissed_why IS NULL OR dismissed_at IS NOT NULL))
  );
  CREATE INDEX recurrence_feedback ON recurrence (organization_id, feedback_id);

  -- What was compared already: one row a feedback is what makes an outage harmless.
  CREATE TABLE recurrence_look (
    ${tenant},
    feedback_id uuid NOT NULL,
    PRIMARY KEY (organization_id, feedback_id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE
  );

  -- The same step is not told twice to the same person; a new day to be asked starts anew.
  CREATE TABLE check_reminder (
    ${tenant},
    action_id uuid NOT NULL,
    person_id uuid NOT NULL,
    due_on date NOT NULL,
    step integer NOT NULL,
    letter_id uuid NOT NULL,
    PRIMARY KEY (organization_id, action_id, person_id, due_on, step),
    FOREIGN KEY (organization_id, action_id) REFERENCES action ON DELETE CASCADE,
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE,
    FOREIGN KEY (organization_id, letter_id) REFERENCES letter
  );`;

/*
 * How much a text resembles each of these feedback: measured as boucle_alike measures it, but of
 * these alone, so that a trouble that hundreds tell does not hide them behind one another.
 */
const among = `
  CREATE FUNCTION boucle_alike_among(said text, among uuid[])
    RETURNS TABLE (feedback_id uuid, similarity real)
    LANGUAGE sql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, public
    AS $$
      WITH told AS MATERIALIZED (
        SELECT boucle_fold(left(said, 2000)) AS letters,
               length(boucle_lexemes(left(said, 2000)))::real AS size
      ), asked AS MATERIALIZED (
        SELECT stem, max(word) AS word FROM told, boucle_words(letters)
         WHERE stem IS NOT NULL GROUP BY stem ORDER BY max(length(word)) DESC, stem LIMIT 12
      ), sought AS MATERIALIZED (
        SELECT concat(format('''%s''', stem), CASE WHEN NOT EXISTS (
                 SELECT FROM vocabulary v
                  WHERE v.organization_id = boucle_organization() AND v.word = asked.word)
               THEN (SELECT string_agg(format(' | ''%s''', near), '')
                       FROM boucle_neighbours(word) AS near) END)::tsquery AS query
          FROM asked
      ), weighed AS MATERIALIZED (
        SELECT query, holders, 1 / (1 + ln(1 + greatest(holders, 1)))::real AS weight
          FROM sought,
               LATERAL (SELECT count(*) AS holders FROM feedback_words
                         WHERE organization_id = boucle_organization() AND words @@ query) AS held
      ), rare AS MATERIALIZED (
        SELECT * FROM weighed WHERE holders > 0 ORDER BY weight DESC LIMIT 6
      ), whole AS MATERIALIZED (
        SELECT (SELECT sum(weight) FROM rare)
               + coalesce((SELECT sum(weight) FROM weighed WHERE holders = 0), 0) AS weight
      ), near AS (
        SELECT f.feedback_id AS id,
               sum(rare.weight) / (SELECT weight FROM whole)
                 * sqrt(least(1, min(told.size / length(f.words)))) AS share
          FROM told, rare
          JOIN feedback_words f
            ON f.organization_id = boucle_organization() AND f.feedback_id = ANY (among)
               AND f.words @@ rare.query
         GROUP BY f.feedback_id
      )
      SELECT id, ((share + public.similarity(letters,
               boucle_fold(left(concat_ws(' ', title, body), 2000)))) / 2)::real
        FROM told, near JOIN feedback USING (id)
       WHERE organization_id = boucle_organization()
    $$;`;
