export default () => globalThis.forgetCluster();
