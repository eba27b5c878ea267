import { removeCluster } from './share-cluster.mjs';

export default removeCluster;
