import { defineConfig } from 'vitest/config'

/** In milliseconds, for a machine that is busy with other things: nothing is measured here. */
const patience = 120_000

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/{unit,architecture}/**/*.test.ts'],
          testTimeout: patience,
        },
      },
      {
        test: {
          name: 'integration',
          include: ['tests/integration/**/*.test.ts'],
          globalSetup: 'tests/support/compile-bundle.ts',
          testTimeout: patience,
          hookTimeout: patience,
          expect: { poll: { timeout: patience / 2 } },
        },
      },
    ],
  },
})
