import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each person's calendar behind a link of their own; and where a letter's reader asks for fewer. */
export class Calendars1794300000000 implements MigrationInterface {
  name = 'Calendars1794300000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE letter ADD COLUMN unsubscribe text`);
    await runner.query(kinds(`'unit', 'campaign', 'follow_up', 'invitation', 'calendar'`));
    await runner.query(feeds);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE calendar_feed; DELETE FROM door WHERE kind = 'calendar'`);
    await runner.query(kinds(`'unit', 'campaign', 'follow_up', 'invitation'`));
    await runner.query(`ALTER TABLE letter DROP COLUMN unsubscribe`);
  }
}

const kinds = (all: string) => `
  ALTER TABLE door DROP CONSTRAINT door_kind_check;
  ALTER TABLE door ADD CONSTRAINT door_kind_check CHECK (kind IN (${all}));`;

// The secret itself is the door's, as a hash; here is what its owner is told of it.
const feeds = `
  CREATE TABLE calendar_feed (
    organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE,
    person_id uuid NOT NULL,
    made_at timestamptz NOT NULL DEFAULT now(),
    read_on date,
    PRIMARY KEY (organization_id, person_id),
    FOREIGN KEY (organization_id, person_id) REFERENCES person ON DELETE CASCADE
  );
  ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY;
  ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON calendar_feed USING (organization_id = (SELECT boucle_organization()))
    WITH CHECK (organization_id = boucle_organization());
  GRANT SELECT, INSERT, UPDATE, DELETE ON calendar_feed TO boucle_app;`;
