import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Npm forgets in its lock the optional packages of machines other than the one it ran on
 * (npm/cli#4828), and `npm ci` then refuses the lock on every machine. This writes them in:
 * run `npm run lock` after each `npm install` of a package.
 */
const path = join(import.meta.dirname, '..', 'package-lock.json');
const lock = JSON.parse(await readFile(path, 'utf8'));
const { packages } = lock;

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'win32'];
const processors = 'arm arm64 ia32 loong64 ppc64 riscv64 s390x wasm32 x64'.split(' ');

const added = [];
for (const [holder, { optionalDependencies = {}, dev }] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    if (isLocked(holder, name)) continue;
    const { os, cpu } = machineOf(name);
    if (!/^\d/.test(version) || !cpu) {
      throw new Error(`${holder} wants ${name} ${version}, whose machine its name does not tell.`);
    }
    packages[`node_modules/${name}`] = {
      version,
      cpu: [cpu],
      ...(dev && { dev }),
      optional: true,
      ...(os && { os: [os] }),
    };
    added.push(name);
  }
}

lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')),
);
await writeFile(path, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added.length} packages of other machines were missing from the lock.`);

/** Node looks for a package beside whoever wants it, and then in each folder above. */
function isLocked(holder, name) {
  const folders = `/${holder}`.split('/node_modules/');
  return folders.some((_, at) => {
    const folder = [...folders.slice(0, at + 1), name].join('/node_modules/');
    return folder.slice(1) in packages;
  });
}

/** `@swc/core-win32-arm64-msvc` runs on win32 with an arm64 processor. */
function machineOf(name) {
  const words = name.split('/').at(-1).split('-');
  return {
    os: systems.find((system) => words.includes(system)),
    cpu: processors.find((processor) => words.includes(processor)),
  };
}
