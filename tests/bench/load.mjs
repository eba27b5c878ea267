import { Agent, request } from 'node:http';

/** Sends `count` requests, each to all of the `urls`, over `connections` kept open, and gives the milliseconds it took. */
export async function load({
  url,
  urls = [url],
  method = 'GET',
  headers = {},
  body,
  count,
  connections,
}) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections });
  const started = performance.now();
  let sent = 0;
  const lane = async () => {
    while (sent < count) {
      sent += 1;
      for (const one of urls) await once({ url: one, method, headers, body, agent });
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  agent.destroy();
  return performance.now() - started;
}

function once({ url, method, headers, body, agent }) {
  return new Promise((resolve, reject) => {
    const sending = request(url, { method, headers, agent }, (answer) => {
      const chunks = [];
      answer.on('data', (chunk) => chunks.push(chunk));
      answer.on('end', () => {
        if (answer.statusCode < 300) resolve();
        else reject(new Error(`${method} ${url}: ${answer.statusCode} ${Buffer.concat(chunks)}`));
      });
    });
    sending.on('error', reject);
    sending.end(body);
  });
}

/**
 * Times two loads in turn, so that a machine that slows down slows both, and prints their ratio:
 * the median over the rounds of our time ÷ the bare one's, after one round that does not count.
 */
export async function compare(name, ours, bare, { rounds, said }) {
  const ratios = [];
  for (let round = 0; round <= rounds; round += 1) {
    const ourTime = await load(ours);
    const bareTime = await load(bare);
    if (round > 0) ratios.push(ourTime / bareTime);
  }
  const loads = `${rounds} rounds of ${ours.count} requests over ${ours.connections} connections`;
  tell(name, ratios, `${said}; ${loads}`);
}

/** Prints the median of some ratios, and under it what was measured and how far they lie apart. */
export function tell(name, ratios, said) {
  const sorted = ratios.toSorted((a, b) => a - b);
  const median = sorted[Math.floor(sorted.length / 2)];
  process.stdout.write(
    `ratio ${name} ${median.toFixed(2)}\n` +
      `  ${said}, from ${sorted[0].toFixed(2)} to ${sorted.at(-1).toFixed(2)}\n`,
  );
}
