import { defineConfig } from 'vitest/config'
import { FULL as full } from './test/support/full.ts'

/** `npm run test:full` runs all of it. `npm test` stays within twenty minutes on two cores and leaves out what takes longest. */
export const LEFT_TO_FULL: readonly string[] = [
  // The simulated sites' own tests.
  'test/sites/**/*.test.ts',
  // The same page in five languages; each language's words are checked by the tests of both packs.
  'test/dom/languages.test.ts',
  // Every page in Welsh without a word of English; that every sentence has its Welsh is a unit test.
  'test/dom/pages-welsh.test.ts',
  // Settings and imports in every width and scheme; their logic has unit tests.
  'test/dom/pages-options.test.ts',
  'test/dom/pages-focus.test.ts',
  'test/dom/panel-clicks.test.ts',
  // Every page in every state by measure and by axe; npm test does it for the panel opened up, in pages.test.ts.
  'test/dom/pages-shots.test.ts',
  'test/dom/pages-technician.test.ts',
  'test/dom/pages-record.test.ts',
  'test/dom/record-print.test.ts',
  // Reads the file that is printed; what a concern says has unit tests, and that it opens for printing is in pages.test.ts.
  'test/dom/concern-print.test.ts',
  'test/dom/pages-welcome.test.ts',
  // Thirty children through 45 simulated minutes; every kind of name in one lesson.
  'test/e2e/rooms-class.test.ts',
  'test/e2e/names.test.ts',
  // A page of 5,000 people takes longer to build than to read; test/unit/attacks-senders.test.ts bounds what is sent of it.
  'test/dom/five-thousand.test.ts',
  // The page of the frames port and the overlay under attack, each for a minute; rooms and attacks play both end to end.
  'test/dom/vision-frames.test.ts',
  // How a hint follows its control; what commands do with it has a test of its own that stays.
  'test/dom/overlay-guide.test.ts',
  'test/dom/overlay-attacks.test.ts',
  // What a backup brings back, what a policy file sets.
  'test/e2e/keeping.test.ts',
  'test/e2e/managed.test.ts',
  // An import and a selector pack in the built extension; both have tests of their parts, and keeping and welcome use the import.
  'test/e2e/import.test.ts',
  'test/e2e/repair.test.ts',
  // The comings and goings of three hours in four minutes; test/unit/soak.test.ts, which plays the hours themselves, is left out too.
  'test/e2e/soak.test.ts',
]

/**
 * Lessons that are played two at a time: most of such a file is waiting for the next reading of the page. Where times of the room check are
 * held to a promise or a tab is throttled, a file has the computer to itself.
 */
const BESIDE: readonly string[] = [
  'waits',
  'lesson',
  'queue',
  'policy',
  'attacks',
  'privacy',
  'overlay',
  'welcome',
  'manifest',
  'ending',
  'fault-table',
].map((name) => `test/e2e/${name}.test.ts`)

// Three levels: `unit` runs the pure rooms on Node, `dom` runs page-reading code in a real Chromium, `e2e` the built extension
// (`e2e-beside` are those of its files that run two at a time).
export default defineConfig({
  test: {
    reporters: ['default'],
    projects: [
      {
        test: {
          name: 'unit',
          // One world for all files: they are pure, and a world for each took twice the time of the tests themselves.
          isolate: false,
          include: ['test/unit/**/*.test.{ts,tsx}'],
          environment: 'node',
          globalSetup: ['test/support/chooseSeed.ts'],
          setupFiles: ['test/support/useSeed.ts'],
          // A property that takes half a second took seven on a computer that did other things too.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'dom',
          // A browser on two shared cores is late at times. A test that fails twice in a row is wrong; one that needed its second
          // try is named in the report.
          retry: 1,
          include: ['test/dom/**/*.test.ts', 'test/sites/**/*.test.ts'],
          exclude: full ? [] : [...LEFT_TO_FULL],
          environment: 'node',
          globalSetup: ['test/support/chooseSeed.ts'],
          setupFiles: ['test/support/useSeed.ts'],
          // Two files at a time: each has one browser, and half of its time it waits for a frame.
          maxWorkers: 2,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          exclude: [...BESIDE, ...(full ? [] : LEFT_TO_FULL)],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'e2e-beside',
          include: [...BESIDE],
          environment: 'node',
          maxWorkers: 2,
          // After the others, not between them.
          sequence: { groupOrder: 1 },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
})
