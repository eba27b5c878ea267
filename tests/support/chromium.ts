import { execFile } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { type Browser, chromium } from 'playwright-core';

const run = promisify(execFile);

type Candidate = { executablePath: string; env?: Record<string, string> };

/** An installed browser where there is one, else the one that came with the tests. */
export async function launchChromium(): Promise<Browser> {
  const path = installed();
  const candidate = path ? { executablePath: path } : await fromPackage();
  const root = process.getuid?.() === 0;
  try {
    return await launch(candidate, !root);
  } catch (error) {
    // Some systems refuse the sandbox to anybody but root; the only pages visited are our own.
    if (root || !/sandbox/i.test(String(error))) throw error;
    return launch(candidate, false);
  }
}

function launch({ executablePath, env }: Candidate, chromiumSandbox: boolean): Promise<Browser> {
  return chromium.launch({
    executablePath,
    chromiumSandbox,
    headless: true,
    env: { ...(process.env as Record<string, string>), ...env },
    args: [
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // A browser without windows has no such service, and dies of being asked.
      '--disable-blink-features=OnDeviceWebSpeechAvailable',
    ],
  });
}

function installed(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named) {
    if (!runs(named)) throw new Error(`CHROMIUM_PATH is ${named}, and no program is there.`);
    return named;
  }
  const names = ['google-chrome', 'google-chrome-stable', 'chromium', 'chromium-browser'];
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return [
    ...folders.flatMap((folder) => names.map((name) => join(folder, name))),
    '/opt/google/chrome/chrome',
    '/snap/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].find(runs);
}

function runs(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function fromPackage(): Promise<Candidate> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'No browser found: install Chrome or Chromium, or say in CHROMIUM_PATH where one is.',
    );
  }
  const home = await unpacked();
  const executablePath = join(home, 'chromium');
  const fonts = { FONTCONFIG_FILE: join(home, 'fonts.conf') };
  const itsOwnLibraries = { LD_LIBRARY_PATH: join(home, 'al2023', 'lib') };
  // The system's libraries fit the system better, but a small one lacks a few.
  const complete = await run(executablePath, ['--version']).then(
    () => true,
    () => false,
  );
  return { executablePath, env: complete ? fonts : { ...fonts, ...itsOwnLibraries } };
}

/** Unpacks beside, then renames: of two test runs that start at once, one simply wins. */
async function unpacked(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const packageFolder = dirname(dirname(entry));
  const { version } = createRequire(import.meta.url)(join(packageFolder, 'package.json')) as {
    version: string;
  };
  const cache = join(packageFolder, '..', '..', '.cache');
  const home = join(cache, `chromium-${version}`);
  if (existsSync(home)) return home;

  await mkdir(cache, { recursive: true });
  const staging = await mkdtemp(join(cache, 'unpacking-'));
  const libraries = join(packageFolder, 'bin', 'al2023.tar.br');
  // In a process of its own, because the package unpacks into whatever TMPDIR was at its start.
  await run(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { default: chromium, inflate } = await import(${JSON.stringify(pathToFileURL(entry))});
       await Promise.all([chromium.executablePath(), inflate(${JSON.stringify(libraries)})]);`,
    ],
    { env: { ...process.env, TMPDIR: staging } },
  );
  await writeFile(join(staging, 'fonts.conf'), fontsConf);
  await rename(staging, home).catch(async (error: unknown) => {
    await rm(staging, { recursive: true, force: true });
    if (!existsSync(home)) throw error;
  });
  return home;
}

const fontsConf = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;
