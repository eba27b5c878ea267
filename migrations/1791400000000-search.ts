import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search1791400000000 implements MigrationInterface {
  name = 'Search1791400000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(extensions);
    await runner.query(tables);
    await runner.query(words);
    await runner.query(keeping);
    await runner.query(finding);
    await runner.query(alike);
    await runner.query(rights);
    await runner.query(existing);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER feedback_words ON feedback;
      DROP FUNCTION boucle_alike(text, integer), boucle_found(text), boucle_nearly(text),
        boucle_neighbours(text), boucle_keep_words(), boucle_lexemes(text), boucle_words(text);
      DROP TABLE vocabulary, feedback_words;
      CREATE INDEX feedback_words ON feedback USING gin
        (boucle_fold(reference || ' ' || coalesce(title, '') || ' ' || body) gin_trgm_ops)`);
  }
}

// All trusted: whoever may create in the database may create them, superuser or not.
const extensions = `
  CREATE EXTENSION IF NOT EXISTS btree_gin;
  CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;`;

/*
 * Under forced row-level security no text search uses its index: its operators are not leakproof,
 * so that every row is looked at first. These two tables are therefore read by nobody but the
 * functions below, which name the organisation themselves.
 */
const tables = `
  DROP INDEX feedback_words;

  CREATE TABLE feedback_words (
    organization_id uuid NOT NULL,
    feedback_id uuid NOT NULL,
    words tsvector NOT NULL,
    PRIMARY KEY (organization_id, feedback_id),
    FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE
  );
  CREATE INDEX feedback_words_gin ON feedback_words USING gin (organization_id, words);
  ALTER TABLE feedback_words ENABLE ROW LEVEL SECURITY;

  -- Each word once, without what feedback it comes from: where a typing error finds its word.
  CREATE TABLE vocabulary (
    organization_id uuid NOT NULL REFERENCES organization ON DELETE CASCADE,
    word text NOT NULL,
    PRIMARY KEY (organization_id, word)
  );
  ALTER TABLE vocabulary ENABLE ROW LEVEL SECURITY;`;

/*
 * The characters are named one range at a time, because what a letter is to PostgreSQL depends on
 * the server's locale. An emoji is a word. Stemming is done twice and after the accents are gone:
 * « fermée » and « fermé » then end alike, whichever of the two somebody types without accents.
 * A word without a stem is one of those that French puts everywhere (le, de, à…).
 */
const emoji = '\\u2600-\\u27bf\\U0001f000-\\U0001faff';
const apart =
  '\\u0001-\\u002f\\u003a-\\u0040\\u005b-\\u0060\\u007b-\\u00bf\\u060c\\u061b\\u061f\\u2000-\\u206f' +
  '\\u3000-\\u303f\\ufe0e\\ufe0f';
const words = `
  CREATE FUNCTION boucle_words(said text) RETURNS TABLE (word text, stem text)
    LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 40 SET search_path = pg_catalog, public
    AS $$
      SELECT w.word, (ts_lexize('french_stem', once[1]))[1]
        FROM (SELECT left(found[1], 60)
                FROM regexp_matches(boucle_fold(said), '[${emoji}]|[^${apart}${emoji}]+', 'g') found
             ) AS w (word),
             ts_lexize('french_stem', w.word) AS once
    $$;

  CREATE FUNCTION boucle_lexemes(said text) RETURNS tsvector
    LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, public
    AS $$
      SELECT coalesce(array_to_tsvector(array_agg(word) || array_agg(stem)), '')
        FROM boucle_words(said) WHERE stem IS NOT NULL
    $$;`;

const keeping = `
  CREATE FUNCTION boucle_keep_words() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public
    AS $$
    BEGIN
      IF TG_OP <> 'DELETE' THEN
        INSERT INTO feedback_words
        VALUES (NEW.organization_id, NEW.id,
                boucle_lexemes(concat_ws(' ', NEW.reference, NEW.title, NEW.body)))
        ON CONFLICT (organization_id, feedback_id) DO UPDATE SET words = excluded.words;
        -- In one order for all, so that two people who bring the same new words wait in a row.
        INSERT INTO vocabulary
        SELECT DISTINCT NEW.organization_id, word
          FROM boucle_words(concat_ws(' ', NEW.title, NEW.body))
         WHERE stem IS NOT NULL AND word ~ '^\\D{4,30}$'
         ORDER BY word
        ON CONFLICT DO NOTHING;
      END IF;
      IF TG_OP <> 'INSERT' THEN
        DELETE FROM vocabulary v USING boucle_words(concat_ws(' ', OLD.title, OLD.body)) gone
         WHERE v.organization_id = OLD.organization_id AND v.word = gone.word
           AND NOT EXISTS (SELECT FROM feedback_words f
             WHERE f.organization_id = v.organization_id
               AND f.words @@ format('''%s''', v.word)::tsquery);
      END IF;
      RETURN NULL;
    END $$;
  CREATE TRIGGER feedback_words AFTER INSERT OR DELETE OR UPDATE OF reference, title, body
    ON feedback FOR EACH ROW EXECUTE FUNCTION boucle_keep_words();`;

/** A word that is in most rows finds the newest of them: ids are in the order of time. */
const mostMatches = 10_000;

const finding = `
  -- The stems of the words that are spelled nearly as this one, the nearest first.
  CREATE FUNCTION boucle_neighbours(asked text) RETURNS SETOF text
    LANGUAGE sql STABLE ROWS 8 SET search_path = pg_catalog, public
    AS $$
      SELECT near.stem FROM (
        SELECT v.word, levenshtein(v.word, asked) AS distance FROM vocabulary v
         WHERE v.organization_id = boucle_organization() AND length(asked) > 3
           AND length(v.word) BETWEEN length(asked) - 2 AND length(asked) + 2
           AND levenshtein_less_equal(v.word, asked, 2) <= CASE
             WHEN length(asked) > 5 THEN 2
             -- Two letters in each other's place are one error, in a short word too.
             WHEN translate(v.word, asked, '') = '' AND translate(asked, v.word, '') = '' THEN 2
             ELSE 1 END
         ORDER BY distance, similarity(v.word, asked) DESC LIMIT 8) AS v,
        boucle_words(v.word) AS near
    $$;

  -- What holds all these words; the last one may be only begun. A small word alone is a beginning.
  CREATE FUNCTION boucle_found(asked text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public
    AS $$
    DECLARE
      query tsquery;
    BEGIN
      SELECT string_agg(
               CASE WHEN place < last THEN format('''%s''', stem)
                 ELSE format('(''%s'' | ''%s'':*)', coalesce(stem, word), word) END, ' & ')
             FILTER (WHERE stem IS NOT NULL OR last = 1)
        INTO query
        FROM (SELECT *, count(*) OVER () AS last
                FROM boucle_words(asked) WITH ORDINALITY AS w (word, stem, place)) AS w;
      RETURN QUERY
        SELECT feedback_id FROM feedback_words
         WHERE organization_id = boucle_organization() AND words @@ query
         ORDER BY feedback_id DESC LIMIT ${mostMatches};
    END $$;

  -- What holds all these words, or others that are spelled nearly so.
  CREATE FUNCTION boucle_nearly(asked text) RETURNS SETOF uuid
    LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, public
    AS $$
    DECLARE
      query tsquery;
    BEGIN
      SELECT string_agg(format('(''%s''%s)', w.stem, near.stems), ' & ')
        INTO query
        FROM boucle_words(asked) AS w,
             LATERAL (SELECT string_agg(format(' | ''%s''', stem), '')
                        FROM boucle_neighbours(w.word) AS stem) AS near (stems)
       WHERE w.stem IS NOT NULL;
      RETURN QUERY
        SELECT feedback_id FROM feedback_words
         WHERE organization_id = boucle_organization() AND words @@ query
         ORDER BY feedback_id DESC LIMIT ${mostMatches};
    END $$;`;

/*
 * The longest words choose the candidates, and count the more, the fewer feedback hold them; what
 * is alike is of like length too. The letters of the nearest are then compared three by three.
 */
const alike = `
  CREATE FUNCTION boucle_alike(said text, most integer)
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
            ON f.organization_id = boucle_organization() AND f.words @@ rare.query
         GROUP BY f.feedback_id ORDER BY share DESC LIMIT 50
      )
      SELECT id, ((share + public.similarity(letters,
               boucle_fold(left(concat_ws(' ', title, body), 2000)))) / 2)::real AS resemblance
        FROM told, near JOIN feedback USING (id)
       WHERE organization_id = boucle_organization()
       ORDER BY resemblance DESC, id LIMIT most
    $$;`;

const rights = `
  REVOKE ALL ON FUNCTION boucle_found(text), boucle_nearly(text), boucle_alike(text, integer),
    boucle_neighbours(text), boucle_keep_words() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION boucle_found(text), boucle_nearly(text), boucle_alike(text, integer)
    TO boucle_app;`;

// The wall holds for the owner of the tables too: one organisation after the other.
const existing = `
  DO $$
  DECLARE
    tenant uuid;
  BEGIN
    FOR tenant IN SELECT boucle_organizations() LOOP
      PERFORM set_config('boucle.organization', tenant::text, true);
      INSERT INTO feedback_words
      SELECT organization_id, id, boucle_lexemes(concat_ws(' ', reference, title, body))
        FROM feedback WHERE organization_id = tenant;
      INSERT INTO vocabulary
      SELECT DISTINCT tenant, word
        FROM feedback, boucle_words(concat_ws(' ', title, body))
       WHERE organization_id = tenant AND stem IS NOT NULL AND word ~ '^\\D{4,30}$';
    END LOOP;
    PERFORM set_config('boucle.organization', '', true);
  END $$`;
