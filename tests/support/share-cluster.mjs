import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Says where the cluster is that the test files of a run share; who comes first makes it. */
export default async function shareCluster() {
  process.env.BOUCLE_TEST_CLUSTER = await mkdtemp(join(tmpdir(), 'boucle-cluster-'));
}

/** Takes it away again: whoever left it last has stopped it. */
export function removeCluster() {
  return rm(process.env.BOUCLE_TEST_CLUSTER, { recursive: true, force: true });
}
