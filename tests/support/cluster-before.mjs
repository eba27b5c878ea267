import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Says where the cluster is that the test files of a run share; who comes first makes it. */
export default async function shareCluster() {
  const cluster = await mkdtemp(join(tmpdir(), 'boucle-cluster-'));
  process.env.BOUCLE_TEST_CLUSTER = cluster;
  // Whoever left it last has stopped it.
  globalThis.forgetCluster = () => rm(cluster, { recursive: true, force: true });
}
