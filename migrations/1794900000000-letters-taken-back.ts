import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A digest that did not leave is taken back by the next, which then holds what it told. */
export class LettersTakenBack1794900000000 implements MigrationInterface {
  name = 'LettersTakenBack1794900000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      GRANT UPDATE (letter_id) ON reminder TO boucle_app;
      CREATE INDEX reminder_letter ON reminder (organization_id, letter_id);
      -- Without them each letter that is deleted is looked for in all of their rows.
      CREATE INDEX digest_letter ON digest (organization_id, letter_id);
      CREATE INDEX answer_letter ON answer (organization_id, letter_id);`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX answer_letter, digest_letter, reminder_letter;
      REVOKE UPDATE (letter_id) ON reminder FROM boucle_app;`);
  }
}
