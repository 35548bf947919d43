import { defineConfig } from '@playwright/test'
import { findBrowser, launchArguments } from './scripts/check/browser.ts'

// Nothing but this machine can be reached, so that no test depends on a network.
const offline = '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1, EXCLUDE [::1]'

/** Browser tests run on what was built. Every spec starts the servers it needs, on ports the system chooses. */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 2,
  retries: 0,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'line',
  // For a machine that is busy with other things: a Studio may stand still for half a minute there.
  timeout: 300_000,
  expect: { timeout: 90_000 },
  use: {
    browserName: 'chromium',
    launchOptions: { executablePath: findBrowser(), args: [...launchArguments(), offline] },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
})
