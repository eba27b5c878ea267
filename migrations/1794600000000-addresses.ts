import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The addresses that mail servers refuse or give letters back from. */
export class Addresses1794600000000 implements MigrationInterface {
  name = 'Addresses1794600000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(troubles);
    await runner.query(found);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX letter_recipient, letter_failed;
      DROP TABLE address_trouble`);
  }
}

const troubles = `
  CREATE TABLE address_trouble (
    organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE,
    email text NOT NULL CHECK (email = lower(email) AND email <> ''),
    reason text NOT NULL,
    since timestamptz NOT NULL DEFAULT now(),
    letter_id uuid,
    PRIMARY KEY (organization_id, email),
    FOREIGN KEY (organization_id, letter_id) REFERENCES letter ON DELETE SET NULL (letter_id)
  );
  CREATE INDEX address_trouble_letter ON address_trouble (organization_id, letter_id);
  ALTER TABLE address_trouble ENABLE ROW LEVEL SECURITY;
  ALTER TABLE address_trouble FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON address_trouble USING (organization_id = (SELECT boucle_organization()))
    WITH CHECK (organization_id = boucle_organization());
  GRANT SELECT, INSERT, UPDATE, DELETE ON address_trouble TO boucle_app;`;

// A letter that came back is looked for by whom it was sent to; what failed is listed.
const found = `
  CREATE INDEX letter_recipient ON letter (organization_id, lower(recipient));
  CREATE INDEX letter_failed ON letter (organization_id, created_at) WHERE state = 'failed';`;
