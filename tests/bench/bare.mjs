import { createServer } from 'node:http';
import { randomBytes, randomUUID } from 'node:crypto';
import pg from 'pg';

// The same rows with nothing in between: what is compared against.
pg.types.setTypeParser(pg.types.builtins.DATE, (day) => day);
const { DATABASE_URL, ORGANIZATION, UNITS, PERSON, POOL } = process.env;
const pool = new pg.Pool({ connectionString: DATABASE_URL, max: Number(POOL) });
const units = UNITS.split(',');

const mine = 'f.organization_id = $1 AND f.unit_id = ANY ($2)';
const lately = `${mine} AND f.state = 'received' AND f.received_on > current_date - 90
  AND f.unit_id IN (SELECT id FROM unit WHERE organization_id = $1 AND $3::uuid = ANY (path))`;
const holding = `${mine} AND f.id IN (SELECT feedback_id FROM feedback_words
  WHERE organization_id = $1 AND words @@ $3::tsquery)`;

async function list(where, ...more) {
  const parameters = [ORGANIZATION, units, ...more];
  const [{ total }] = (
    await pool.query(`SELECT count(*)::int AS total FROM feedback f WHERE ${where}`, parameters)
  ).rows;
  const { rows: items } = await pool.query(
    `SELECT f.id, f.reference, f.kind, f.state, f.title, left(f.body, 200) AS excerpt,
        f.severity, f.criticality, f.channel, f.reporter, f.received_on, u.id AS unit_id,
        u.name AS unit_name, t.id AS theme_id, t.label AS theme_label
       FROM feedback f JOIN unit u ON u.organization_id = f.organization_id AND u.id = f.unit_id
       LEFT JOIN theme t ON t.organization_id = f.organization_id AND t.id = f.theme_id
      WHERE ${where} ORDER BY f.received_on DESC, f.id DESC LIMIT 25 OFFSET 0`,
    parameters,
  );
  return { items, total, page: 1, pageSize: 25 };
}

const owed = `a.organization_id = $1 AND a.state IN ('planned', 'in_progress')
  AND (a.unit_id = ANY ($2) OR a.owner_id = $3 OR a.verifier_id = $3 OR a.id IN (
    SELECT action_id FROM action_contributor WHERE organization_id = $1 AND person_id = $3
    UNION ALL SELECT action_id FROM action_step
     WHERE organization_id = $1 AND owner_id = $3 AND removed_at IS NULL
    UNION ALL SELECT c.action_id FROM action_mention m JOIN action_comment c
        ON c.organization_id = m.organization_id AND c.id = m.comment_id
     WHERE m.organization_id = $1 AND m.person_id = $3))`;
const mineToSee = [ORGANIZATION, units, PERSON];

async function actions() {
  const [{ total }] = (
    await pool.query(`SELECT count(*)::int AS total FROM action a WHERE ${owed}`, mineToSee)
  ).rows;
  const { rows: items } = await pool.query(
    `SELECT a.id, a.reference, a.kind, a.state, a.title, a.due_on, a.done_on, a.progress, a.verdict,
        a.verdict_on, u.id AS unit_id, u.name AS unit_name, o.id AS owner_id, o.name AS owner_name,
        (SELECT count(*)::int FROM recurrence r JOIN feedback f
            ON f.organization_id = r.organization_id AND f.id = r.feedback_id
          WHERE r.organization_id = $1 AND r.action_id = a.id AND r.dismissed_at IS NULL
            AND f.received_on > a.done_on) AS recurrences
       FROM action a JOIN unit u ON u.organization_id = a.organization_id AND u.id = a.unit_id
       JOIN person o ON o.organization_id = a.organization_id AND o.id = a.owner_id
      WHERE ${owed} ORDER BY a.due_on, a.id LIMIT 25 OFFSET 0`,
    mineToSee,
  );
  return { items, total, page: 1, pageSize: 25 };
}

async function figures() {
  const { rows } = await pool.query(
    `SELECT a.state, count(*)::int, count(*) FILTER (WHERE a.due_on < current_date)::int AS late,
        coalesce(array_agg(a.done_on - a.created_at::date)
          FILTER (WHERE a.done_on IS NOT NULL), '{}') AS delays
       FROM action a WHERE ${owed} GROUP BY a.state`,
    mineToSee,
  );
  return rows;
}

// A table of the same columns, keys and indexes, where nothing else happens to a row.
await pool.query('CREATE TABLE bare_feedback (LIKE feedback INCLUDING ALL)');
const insert = `INSERT INTO bare_feedback
    (organization_id, id, reference, kind, unit_id, channel, reporter, body, received_on)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, current_date)`;

const routes = {
  'GET /list': () => list(mine),
  'GET /filter': () => list(lately, units[1]),
  'GET /actions': actions,
  'GET /counts': figures,
  'GET /search': () => list(holding, `'reclam'`),
  'POST /create': async (body) => {
    const { kind, unitId, channel, reporter = 'user', body: text } = JSON.parse(body);
    const id = randomUUID();
    const reference = randomBytes(6).toString('hex');
    await pool.query(insert, [
      ...[ORGANIZATION, id, reference, kind, unitId, channel, reporter, text],
    ]);
    return { id, reference };
  },
};

const server = createServer((request, response) => {
  const chunks = [];
  request.on('data', (chunk) => chunks.push(chunk));
  request.on('end', () => {
    routes[`${request.method} ${request.url}`](Buffer.concat(chunks).toString())
      .then((answer) => {
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify(answer));
      })
      .catch((error) => {
        response.statusCode = 500;
        response.end(String(error));
      });
  });
});
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`bare at http://127.0.0.1:${server.address().port}\n`);
});
