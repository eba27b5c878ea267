import type { MigrationInterface, QueryRunner } from 'typeorm';

const walled = ['attachment', 'attachment_content'];

/** Files that come with a feedback or with an answer; their bytes apart, in the same store. */
export class Attachments1791500000000 implements MigrationInterface {
  name = 'Attachments1791500000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE attachment (
        ${tenant},
        id uuid NOT NULL,
        feedback_id uuid NOT NULL,
        answer_id uuid,
        name text NOT NULL CHECK (name <> ''),
        format text NOT NULL CHECK (format IN ('jpeg', 'png', 'webp', 'pdf', 'mp3', 'm4a', 'aac',
          'ogg', 'webm', 'wav')),
        size integer NOT NULL CHECK (size > 0),
        created_by uuid,
        created_at timestamptz NOT NULL DEFAULT now(),
        purge_on date NOT NULL,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, feedback_id) REFERENCES feedback ON DELETE CASCADE,
        FOREIGN KEY (organization_id, answer_id) REFERENCES answer ON DELETE CASCADE,
        FOREIGN KEY (organization_id, created_by) REFERENCES person
      );
      CREATE INDEX attachment_feedback ON attachment (organization_id, feedback_id, id);
      CREATE INDEX attachment_answer ON attachment (organization_id, answer_id)
        WHERE answer_id IS NOT NULL;
      CREATE INDEX attachment_purge ON attachment (organization_id, purge_on);

      CREATE TABLE attachment_content (
        ${tenant},
        attachment_id uuid NOT NULL,
        bytes bytea NOT NULL,
        PRIMARY KEY (organization_id, attachment_id),
        FOREIGN KEY (organization_id, attachment_id) REFERENCES attachment ON DELETE CASCADE
      );
      -- Images and sound are packed already; left as they are, a piece is read without the whole.
      ALTER TABLE attachment_content ALTER COLUMN bytes SET STORAGE EXTERNAL`);
    for (const table of walled) {
      await runner.query(`
        ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY tenant ON ${table}
          USING (organization_id = boucle_organization())
          WITH CHECK (organization_id = boucle_organization())`);
    }
    await runner.query(`
      GRANT SELECT, INSERT, UPDATE, DELETE ON attachment TO boucle_app;
      GRANT SELECT, INSERT, DELETE ON attachment_content TO boucle_app`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE attachment_content, attachment`);
  }
}

const tenant = `organization_id uuid NOT NULL DEFAULT boucle_organization()
      REFERENCES organization ON DELETE CASCADE`;
