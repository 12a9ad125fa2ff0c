import { defineConfig } from 'vitest/config'

/**
 * `npm run test:full` runs all of it. `npm test` leaves out what takes minutes and guards no part of the product that the rest does
 * not: the simulated sites' own tests, and the class of thirty through a simulated lesson of 45 minutes.
 */
const full = process.env['LESSON_STEWARD_FULL'] === '1'

// Three levels: `unit` runs the pure rooms on Node, `dom` runs page-reading code in a real Chromium, `e2e` the built extension.
// Browser tests of one project run one file at a time: they share two cores with the browsers they start.
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
        },
      },
      {
        test: {
          name: 'dom',
          // A browser on two shared cores is late at times. A test that fails twice in a row is wrong; one that needed its second
          // try is named in the report.
          retry: 1,
          include: ['test/dom/**/*.test.ts', ...(full ? ['test/sites/**/*.test.ts'] : [])],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: full ? [] : ['test/e2e/rooms-class.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
