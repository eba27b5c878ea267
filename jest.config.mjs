import angular from 'jest-preset-angular/presets/index.js';

const builtAway = ['/node_modules/', '<rootDir>/dist/', '<rootDir>/.data/'];

/** Imports say `.js`, because that is what runs; under Jest the `.ts` beside it is what runs. */
const sources = { '^(\\.{1,2}/.*)\\.js$': '$1' };

const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2024',
      parser: { syntax: 'typescript', decorators: true },
      transform: {
        legacyDecorator: true,
        decoratorMetadata: true,
        useDefineForClassFields: false,
      },
      keepClassNames: true,
    },
    module: { type: 'es6' },
  },
];

/** @param {string} displayName @param {string[]} testMatch */
const onNode = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch,
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  // Packages that ship their sources beside their output must still be run from their output.
  moduleFileExtensions: ['js', 'mjs', 'cjs', 'ts', 'json', 'node'],
  moduleNameMapper: sources,
  transform: { '^.+\\.ts$': swc },
  modulePathIgnorePatterns: ['<rootDir>/dist/'],
  testPathIgnorePatterns: builtAway,
  ...more,
});

/** What is made once for all test files of a project, and taken away after them. */
const around = (what) => ({
  globalSetup: `<rootDir>/tests/support/${what}-before.mjs`,
  globalTeardown: `<rootDir>/tests/support/${what}-after.mjs`,
});

const esm = angular.createEsmPreset({ tsconfig: '<rootDir>/frontend/tsconfig.spec.json' });

export default {
  // A browser journey or a first start of PostgreSQL on a busy machine; unit tests never come near.
  testTimeout: 60_000,
  // Left alone, Jest keeps one core of two idle; more would ask for more connections than there are.
  maxWorkers: 2,
  projects: [
    onNode('house', ['<rootDir>/tests/house/**/*.spec.ts']),
    onNode('unit', ['<rootDir>/backend/**/*.spec.ts', '<rootDir>/migrations/**/*.spec.ts']),
    onNode('api', ['<rootDir>/tests/api/**/*.spec.ts'], around('cluster')),
    {
      ...esm,
      displayName: 'pages',
      testMatch: ['<rootDir>/frontend/**/*.spec.ts'],
      setupFilesAfterEnv: ['<rootDir>/tests/support/pages.ts'],
      moduleNameMapper: { ...esm.moduleNameMapper, ...sources },
      testPathIgnorePatterns: builtAway,
      modulePathIgnorePatterns: ['<rootDir>/dist/'],
    },
    onNode('browser', ['<rootDir>/tests/browser/**/*.spec.ts'], around('demonstration')),
  ],
};
