import { defineConfig } from 'vitest/config';

/** Tests that leave nothing behind in their process: many files share one, and what it has loaded. */
const sharing = [
  'architecture',
  'domain',
  'texts',
  'api',
  'usecases',
  'adapters/{posten,signatures,store}',
  'renderer/screens',
  'portal/{api,bundle,document,domain,http,jobs,signer,store,training}',
].map((folder) => `test/${folder}/**/*.test.{ts,tsx}`);

export default defineConfig({
  test: {
    // Much of the time is spent waiting for child processes, a browser and the disk, so every core gets a worker.
    maxWorkers: '100%',
    globalSetup: ['test/support/build-pages.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      { extends: true, test: { name: 'sharing', include: sharing, isolate: false } },
      {
        extends: true,
        test: {
          name: 'alone',
          include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
          exclude: ['test/journeys/**', ...sharing],
        },
      },
    ],
  },
});
