import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { joinEmbedded } from '../../backend/database/embedded.js';
import { migrate } from '../../backend/database/migrate.js';
import { TheLoop1790000000000 } from '../../migrations/1790000000000-the-loop.js';
import { asOwner } from '../support/program.js';

const id = (rank: number) => `00000000-0000-7000-8000-00000000000${rank}`;

/** What an installation of the first version may hold. */
const rows = `
  INSERT INTO organization (id, name) VALUES ('${id(1)}', 'CCAS d’avant');
  INSERT INTO unit (id, name, kind, path, public_key)
    VALUES ('${id(2)}', 'Accueil', 'reception', ARRAY['${id(2)}'::uuid], 'cle');
  INSERT INTO person (id, name, email) VALUES ('${id(3)}', 'Dominique', 'd@exemple.example');
  INSERT INTO feedback (id, reference, kind, state, unit_id, channel, reporter, body, received_on,
      qualified_at, dismissal_reason, dismissed_at)
    VALUES
      ('${id(4)}', '26-AAAAAA', 'anomaly', 'dismissed', '${id(2)}', 'web', 'user', 'La porte est fermée',
        '2026-05-04', '2026-05-05', 'Hors sujet', '2026-05-06'),
      ('${id(5)}', '26-BBBBBB', 'complaint', 'in_progress', '${id(2)}', 'web', 'user', 'Attente trop longue',
        '2026-05-04', NULL, NULL, NULL);
  INSERT INTO reporter (feedback_id, email, purge_on) VALUES ('${id(5)}', 'r@exemple.example', '2028-05-04');
  INSERT INTO answer (id, feedback_id, body, author_name, answered_at)
    VALUES ('${id(6)}', '${id(5)}', 'Merci', 'Dominique', '2026-05-07T10:00:00Z');
  INSERT INTO action (id, reference, kind, title, unit_id, owner_id, due_on, created_by)
    VALUES ('${id(7)}', 'A26-CCCCCC', 'corrective', 'Ouvrir', '${id(2)}', '${id(3)}', '2026-06-01', '${id(3)}');
  INSERT INTO origin (id, action_id, kind, feedback_id) VALUES ('${id(8)}', '${id(7)}', 'feedback', '${id(5)}');
  UPDATE action SET due_on = '2026-07-01';
  INSERT INTO journal (id, person_id, verb, subject_id, details)
    VALUES ('${id(9)}', '${id(3)}', 'action.reschedule', '${id(7)}',
      '{"from": "2026-06-01", "to": "2026-07-01", "reason": "Travaux"}')`;

describe('an installation of the first version, whose owner is no superuser', () => {
  let close: () => Promise<void>;
  let url: string;

  beforeAll(async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'boucle-upgrade-'));
    const embedded = await joinEmbedded(dataDir);
    close = async () => {
      await embedded.leave();
      await rm(dataDir, { recursive: true, force: true });
    };
    await asOwner(embedded.url, async (client) => {
      await client.query(`CREATE ROLE keeper LOGIN CREATEROLE PASSWORD 'keeper'`);
      await client.query('CREATE DATABASE kept OWNER keeper');
    });
    const address = new URL(embedded.url);
    Object.assign(address, { username: 'keeper', password: 'keeper', pathname: '/kept' });
    url = address.toString();
    const first = await new DataSource({
      ...{ type: 'postgres', url, migrations: [TheLoop1790000000000] },
    }).initialize();
    await first.runMigrations();
    await first.destroy();
    await within((client) => client.query(rows));
    await migrate(url);
  });
  afterAll(() => close());

  async function within<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
    return asOwner(url, async (client) => {
      await client.query('BEGIN');
      await client.query(`SELECT set_config('boucle.organization', $1, true)`, [id(1)]);
      const result = await work(client);
      await client.query('COMMIT');
      return result;
    });
  }

  it('keeps what it held, completed with what came later', async () => {
    const feedback = await within((client) =>
      client.query(
        `SELECT reference, state_before, to_char(answered_on, 'YYYY-MM-DD') AS answered_on
           FROM feedback ORDER BY reference`,
      ),
    );
    expect(feedback.rows).toEqual([
      { reference: '26-AAAAAA', state_before: 'qualified', answered_on: null },
      { reference: '26-BBBBBB', state_before: null, answered_on: '2026-05-07' },
    ]);
  });

  it('knows why a due date moved, as its journal told', async () => {
    const { rows: moved } = await within((client) =>
      client.query(
        `SELECT action_id, from_day::text, to_day::text, reason, asked_by, state FROM deferral`,
      ),
    );
    const days = { from_day: '2026-06-01', to_day: '2026-07-01' };
    expect(moved).toEqual([
      { action_id: id(7), ...days, reason: 'Travaux', asked_by: id(3), state: 'granted' },
    ]);
  });

  it('has a grid and deadlines to start from', async () => {
    const [found] = (
      await within((client) =>
        client.query(
          `SELECT jsonb_array_length(deadlines) AS deadlines,
                  (SELECT max(version) FROM criticality_grid) AS grid FROM organization`,
        ),
      )
    ).rows as object[];
    expect(found).toEqual({ deadlines: 5, grid: 1 });
  });

  it('finds what was said before', async () => {
    const found = await within((client) => client.query(`SELECT boucle_found('portes fermées')`));
    expect(found.rows).toHaveLength(1);
  });
});
