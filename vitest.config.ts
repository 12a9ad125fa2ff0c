import { defineConfig } from 'vitest/config'

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
          include: ['test/dom/**/*.test.ts', 'test/sites/**/*.test.ts'],
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
          environment: 'node',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
