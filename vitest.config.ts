import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts', 'test/**/*.test.tsx'],
    exclude: ['test/journeys/**'],
    globalSetup: ['test/support/build-pages.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
