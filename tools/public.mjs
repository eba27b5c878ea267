import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'esbuild';

/**
 * Bundles the style and the scripts of the pages that the server draws for the public, each under a
 * name that bears its hash, and writes down which is which. A kiosk or a wall adds its own entries.
 */
const root = join(import.meta.dirname, '..');
const entries = [
  'public.css',
  'public.ts',
  'kiosk.css',
  'kiosk.ts',
  'kiosk-worker.ts',
  'wall.css',
  'wall.ts',
];
const out = join(root, 'dist/public');

await mkdir(out, { recursive: true });
const { metafile } = await build({
  entryPoints: entries.map((name) => join(root, 'frontend/public', name)),
  entryNames: '[name]-[hash]',
  assetNames: '[name]-[hash]',
  outdir: out,
  absWorkingDir: root,
  bundle: true,
  minify: true,
  metafile: true,
  format: 'iife',
  target: ['es2022', 'chrome109', 'firefox115', 'safari16'],
  // light-dark() and nesting are written as they are: what does not know them shows the light page.
  supported: { nesting: true },
  loader: { '.woff2': 'file' },
  logLevel: 'error',
});

const manifest = {};
for (const [path, { entryPoint }] of Object.entries(metafile.outputs)) {
  const name = basename(path);
  if (entryPoint) manifest[basename(entryPoint).replace(/\.ts$/, '.js')] = name;
  // The letters that most pages need are asked for with the page, before its style is read.
  if (/-latin-wght-normal-\w+\.woff2$/.test(name)) manifest.letters = name;
}
await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2));
