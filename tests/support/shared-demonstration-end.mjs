export default () => globalThis.forgetDemonstration();
