import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const isSource = import.meta.filename.endsWith('.ts');

/** Where the build leaves the style and the scripts of the public pages. */
export const assetsFolder = join(
  import.meta.dirname,
  isSource ? '../../dist/public' : '../../public',
);

/** What is bundled under which name, as tools/public.mjs writes it down. */
function readManifest(): Record<string, string> {
  try {
    const manifest = readFileSync(join(assetsFolder, 'manifest.json'), 'utf8');
    return JSON.parse(manifest) as Record<string, string>;
  } catch {
    // The pages are read without their style as well; a test need not build it.
    return {};
  }
}

const manifest = readManifest();

/** The address of a file of frontend/public, which bears its hash: `public.css`. */
export function assetUrl(name: string): string | undefined {
  const bundled = manifest[name];
  return bundled && `/public/${bundled}`;
}

/** The text of a file of frontend/public, where its address may not bear its hash. */
export function readAsset(name: string): string | undefined {
  const bundled = manifest[name];
  return bundled && readFileSync(join(assetsFolder, bundled), 'utf8');
}
