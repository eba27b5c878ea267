import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, readFile, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const root = join(import.meta.dirname, '..');
const scratch = await mkdtemp(join(tmpdir(), 'boucle-tests-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
/** Everything started from here inherits this, and so can be recognised when it should be gone. */
const mark = `BOUCLE_TEST_RUN=${process.pid}-${Date.now()}`;

const bin = (script, ...args) => [join(root, 'node_modules', script), ...args];

/** A step that is a number of tests, and is counted as that many. */
const jest = (name, needs) => ({
  name,
  needs,
  report: join(scratch, `${name}.json`),
  command: [
    '--disable-warning=ExperimentalWarning',
    '--experimental-vm-modules',
    ...bin('jest/bin/jest.js', '--ci', '--json', '--passWithNoTests=false'),
    `--outputFile=${join(scratch, `${name}.json`)}`,
    '--selectProjects',
    name,
  ],
});

const steps = [
  { name: 'format', command: bin('prettier/bin/prettier.cjs', '--check', '.') },
  { name: 'lint', command: bin('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  { name: 'types', command: bin('typescript/bin/tsc', '-p', 'tests/tsconfig.json') },
  {
    name: 'types of the pages',
    command: bin(
      '@angular/compiler-cli/bundles/src/bin/ngc.js',
      '-p',
      'frontend/tsconfig.spec.json',
      '--noEmit',
    ),
  },
  jest('house'),
  { name: 'build', command: [join(root, 'tools', 'build.mjs')] },
  jest('unit'),
  jest('api', 'build'),
  jest('pages'),
  jest('browser', 'build'),
];

const results = [];
for (const step of steps) results.push(await take(step));
results.push(await nothingLeftRunning());

const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
process.exitCode = sum('failed') > 0 ? 1 : 0;

async function take({ name, needs, command, report }) {
  process.stdout.write(name.padEnd(20));
  const missing = results.find((result) => result.name === needs && result.failed > 0);
  if (missing) {
    console.log(`  not run, because ${needs} failed`);
    return { name, passed: 0, failed: 0 };
  }
  const started = performance.now();
  const { code, output } = await run(command);
  const seconds = `${((performance.now() - started) / 1000).toFixed(1)} s`.padStart(8);
  const result = report ? await counted(report, code) : counts(code === 0);
  const ok = result.failed === 0;
  console.log(`${seconds}  ${[ok ? 'ok' : 'FAILED', result.summary].filter(Boolean).join('  ')}`);
  if (!ok) console.log(`\n${output.trim()}\n`);
  return { name, ...result };
}

function counts(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

async function counted(report, code) {
  const text = await readFile(report, 'utf8').catch(() => undefined);
  if (!text) return counts(false);
  const { numPassedTests, numFailedTests, numRuntimeErrorTestSuites, numPendingTests } =
    JSON.parse(text);
  const failures = numFailedTests + numRuntimeErrorTestSuites;
  // Jest has ways of failing that no single test is to blame for.
  const failed = failures === 0 && code !== 0 ? 1 : failures;
  const summary = [
    `${numPassedTests} passed`,
    failed && `${failed} failed`,
    numPendingTests && `${numPendingTests} skipped`,
  ];
  return { passed: numPassedTests, failed, summary: summary.filter(Boolean).join(', ') };
}

function run(command) {
  return new Promise((resolve, reject) => {
    const [name, value] = mark.split('=');
    const child = spawn(process.execPath, command, {
      cwd: root,
      env: { ...process.env, [name]: value },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    // Jest's report goes to a file; what it says to people comes on the other stream.
    child.stdout.on('data', (chunk) => (output += chunk));
    child.stderr.on('data', (chunk) => (output += chunk));
    const stop = (signal) => {
      child.kill(signal);
      child.once('close', () => process.exit(1));
    };
    process.once('SIGINT', stop).once('SIGTERM', stop);
    child.on('error', reject);
    child.on('close', (code) => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve({ code, output });
    });
  });
}

/** Only where the system shows what each process was started with. */
async function nothingLeftRunning() {
  const name = 'nothing left running';
  let left = await marked();
  for (let waited = 0; left.length > 0 && waited < 5_000; waited += 250) {
    await sleep(250);
    left = await marked();
  }
  console.log(`${name.padEnd(28)}  ${left.length === 0 ? 'ok' : 'FAILED'}`);
  for (const { pid, commandLine } of left) console.log(`    ${pid}  ${commandLine}`);
  for (const { pid } of left) process.kill(pid, 'SIGTERM');
  return { name, ...counts(left.length === 0) };
}

async function marked() {
  const pids = (await readdir('/proc').catch(() => [])).filter((entry) => /^\d+$/.test(entry));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const environment = await readFile(`/proc/${pid}/environ`, 'utf8').catch(() => '');
      if (!environment.split('\0').includes(mark)) return [];
      const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
      return [{ pid: Number(pid), commandLine: commandLine.replaceAll('\0', ' ').trim() }];
    }),
  );
  return found.flat();
}
