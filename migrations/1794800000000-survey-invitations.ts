import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is invited to answer a survey, for as long as they may still be written to about it. */
export class SurveyInvitations1794800000000 implements MigrationInterface {
  name = 'SurveyInvitations1794800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      doors(`'unit', 'campaign', 'follow_up', 'invitation', 'calendar', 'survey_invitation'`),
    );
    await runner.query(mailings);
    await runner.query(invitations);
    await runner.query(optOuts);
    for (const table of tables) await runner.query(walled(table));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE survey_opt_out, survey_invitation, survey_mailing;
      ALTER TABLE campaign DROP COLUMN invited_answers;
      DELETE FROM door WHERE kind = 'survey_invitation'`);
    await runner.query(doors(`'unit', 'campaign', 'follow_up', 'invitation', 'calendar'`));
  }
}

const tables = ['survey_mailing', 'survey_invitation', 'survey_opt_out'];

const doors = (all: string) => `
  ALTER TABLE door DROP CONSTRAINT door_kind_check;
  ALTER TABLE door ADD CONSTRAINT door_kind_check CHECK (kind IN (${all}));`;

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;

// What is counted stays; of an answer that came by an invitation, no more than that it came.
const mailings = `
  ALTER TABLE campaign ADD COLUMN invited_answers integer NOT NULL DEFAULT 0
    CHECK (invited_answers >= 0);

  CREATE TABLE survey_mailing (
    ${tenant},
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    language text NOT NULL,
    invited integer NOT NULL CHECK (invited > 0),
    sent_by uuid NOT NULL,
    sent_on date NOT NULL,
    reminds_on date,
    ends_on date NOT NULL,
    reminded_on date,
    reminded integer,
    forgotten_on date,
    unreached integer,
    delivered integer,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, campaign_id) REFERENCES campaign ON DELETE CASCADE,
    FOREIGN KEY (organization_id, sent_by) REFERENCES person,
    CONSTRAINT mailing_days CHECK (sent_on < ends_on AND reminds_on > sent_on AND reminds_on < ends_on),
    CONSTRAINT mailing_reminded CHECK ((reminded_on IS NULL) = (reminded IS NULL)
      AND (reminded_on IS NULL OR reminded_on >= reminds_on))
  );
  CREATE INDEX survey_mailing_campaign ON survey_mailing (organization_id, campaign_id);`;

// An answer deletes a door and touches none of these rows: not even the transaction that wrote an
// answer can be told beside an address.
const invitations = `
  CREATE TABLE survey_invitation (
    ${tenant},
    id uuid NOT NULL,
    campaign_id uuid NOT NULL,
    mailing_id uuid NOT NULL,
    email text CHECK (email = lower(email) AND email <> ''),
    letter_id uuid,
    reminder_id uuid,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, campaign_id) REFERENCES campaign ON DELETE CASCADE,
    FOREIGN KEY (organization_id, mailing_id) REFERENCES survey_mailing ON DELETE CASCADE,
    FOREIGN KEY (organization_id, letter_id) REFERENCES letter ON DELETE SET NULL (letter_id),
    FOREIGN KEY (organization_id, reminder_id) REFERENCES letter ON DELETE SET NULL (reminder_id)
  );
  CREATE UNIQUE INDEX survey_invitation_address ON survey_invitation
    (organization_id, campaign_id, email) WHERE email IS NOT NULL;
  CREATE INDEX survey_invitation_email ON survey_invitation (organization_id, email)
    WHERE email IS NOT NULL;
  CREATE INDEX survey_invitation_mailing ON survey_invitation (organization_id, mailing_id);
  CREATE INDEX survey_invitation_letter ON survey_invitation (organization_id, letter_id);
  CREATE INDEX survey_invitation_reminder ON survey_invitation (organization_id, reminder_id);`;

const optOuts = `
  CREATE TABLE survey_opt_out (
    ${tenant},
    fingerprint text NOT NULL,
    since date NOT NULL,
    PRIMARY KEY (organization_id, fingerprint)
  );`;

const walled = (table: string) => `
  ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
  ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
  CREATE POLICY tenant ON ${table} USING (organization_id = (SELECT boucle_organization()))
    WITH CHECK (organization_id = boucle_organization());
  GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO boucle_app;`;
