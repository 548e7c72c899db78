import { defineConfig, devices } from '@playwright/test';

const chromium = process.env.CHROMIUM;
const electron = process.env.SEGL_ELECTRON !== undefined;

/**
 * Journeys through the whole of Segl: the built window in a real browser on the Node host with its local portal, or in
 * Electron where its program is named.
 */
export default defineConfig({
  testDir: 'test/journeys',
  testMatch: '**/*.journey.ts',
  // What only a browser does: links that work once, several windows on one archive.
  ...(electron && { grepInvert: /@browser/ }),
  outputDir: 'out/test/journeys',
  globalSetup: './test/journeys/support/prepare-archive.ts',
  // Each journey has an archive and a portal of its own.
  fullyParallel: true,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: 'list',
  use: {
    ...devices['Desktop Chrome'],
    viewport: { width: 1280, height: 800 },
    locale: 'nb-NO',
    timezoneId: 'Europe/Oslo',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: chromium ? { executablePath: chromium } : {},
  },
});
