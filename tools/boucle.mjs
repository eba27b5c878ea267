const [major] = process.versions.node.split('.').map(Number);

if (major < 24) {
  process.stderr.write(
    `Boucle runs on Node 24, which npm installed with it, and this is Node ${process.versions.node}: ` +
      'use "npm start", or "npm run boucle -- …".\n',
  );
  process.exit(1);
}

const { build } = await import('./build.mjs');

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

process.setSourceMapsEnabled(true);
// In this very process, so that a signal reaches the server and not somebody who would pass it on.
await import('../dist/backend/boucle.js');
