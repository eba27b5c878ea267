import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What owners say of an action from a letter: that it is not theirs, or a reply in words. */
export class Gestures1794500000000 implements MigrationInterface {
  name = 'Gestures1794500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(disowning);
    await runner.query(replies);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE action_comment DROP COLUMN message_id;
      DROP TRIGGER disowning_ends ON action;
      DROP FUNCTION boucle_disowning_ends();
      ALTER TABLE action DROP COLUMN disowned_on, DROP COLUMN disowned_note`);
  }
}

// Whoever takes it over has not disowned it, and nobody needs to decide about what is over.
const disowning = `
  ALTER TABLE action ADD COLUMN disowned_on date, ADD COLUMN disowned_note text,
    ADD CONSTRAINT disowned_has_note CHECK ((disowned_on IS NULL) = (disowned_note IS NULL));
  CREATE INDEX action_disowned ON action (organization_id) WHERE disowned_on IS NOT NULL;

  CREATE FUNCTION boucle_disowning_ends() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    NEW.disowned_on := NULL;
    NEW.disowned_note := NULL;
    RETURN NEW;
  END $$;
  CREATE TRIGGER disowning_ends BEFORE UPDATE OF owner_id, state ON action FOR EACH ROW
    WHEN (NEW.owner_id <> OLD.owner_id OR NEW.state NOT IN ('planned', 'in_progress'))
    EXECUTE FUNCTION boucle_disowning_ends();`;

// A mail server that gets no answer sends the same message again.
const replies = `
  ALTER TABLE action_comment ADD COLUMN message_id text;
  CREATE UNIQUE INDEX action_comment_message ON action_comment (organization_id, message_id)
    WHERE message_id IS NOT NULL;`;
