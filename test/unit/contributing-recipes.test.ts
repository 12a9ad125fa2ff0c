import { spawnSync } from 'node:child_process'
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { FULL } from '../support/full.ts'

// The ways of CONTRIBUTING.md gone as far as they are described, each on a copy of the project that is thrown away.

const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const PARTS = [
  'components',
  'docs',
  'entrypoints',
  'lib',
  'models',
  'public',
  'scripts',
  'test',
  'package.json',
  'package-lock.json',
  'README.md',
  'CONTRIBUTING.md',
  'tsconfig.json',
  'vitest.config.ts',
  'wxt.config.ts',
]
const MINUTES = 60_000

let copy: string

async function makeCopy(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'lesson-steward-recipe-'))
  for (const part of PARTS) await cp(join(ROOT, part), join(folder, part), { recursive: true })
  await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

/** Puts one text in the place of another in a file of the copy; the recipe is out of date where that is not there. */
async function edit(file: string, from: string, to: string): Promise<void> {
  const path = join(copy, file)
  const text = await readFile(path, 'utf8')
  if (!text.includes(from)) throw new Error(`${file} no longer holds “${from}”.`)
  await writeFile(
    path,
    text.replace(from, () => to),
  )
}

const entry = z.looseObject({ id: z.string() })
const listed = z.array(entry)

/** Adds an entry to a list in a JSON file of the copy, behind the one with this id. */
async function addTo(file: string, behind: string, added: z.infer<typeof entry>): Promise<void> {
  const path = join(copy, file)
  const entries = listed.parse(JSON.parse(await readFile(path, 'utf8')))
  const at = entries.findIndex(({ id }) => id === behind)
  if (at < 0) throw new Error(`${file} no longer has an entry “${behind}”.`)
  await writeFile(path, JSON.stringify(entries.toSpliced(at + 1, 0, added), null, 2))
}

const report = z.object({
  numTotalTests: z.number(),
  testResults: z.array(
    z.object({
      assertionResults: z.array(z.object({ title: z.string(), status: z.string() })),
      status: z.string(),
    }),
  ),
})

/** Runs test files of the copy; the titles of those that failed. */
async function failing(project: 'unit' | 'dom', files: readonly string[]): Promise<string[]> {
  const out = join(copy, 'report.json')
  await rm(out, { force: true })
  const { VITEST: _mine, ...env } = process.env
  const { stderr } = spawnSync(
    process.execPath,
    [
      join(ROOT, 'node_modules/vitest/vitest.mjs'),
      'run',
      '--project',
      project,
      '--reporter=json',
      `--outputFile=${out}`,
      ...files,
    ],
    { cwd: copy, env, encoding: 'utf8' },
  )
  const text = await readFile(out, 'utf8').catch(() => {
    throw new Error(`The tests of the copy did not run: ${stderr}`)
  })
  const { numTotalTests, testResults } = report.parse(JSON.parse(text))
  expect(numTotalTests).toBeGreaterThan(0)
  expect(testResults).toHaveLength(files.length)
  return testResults.flatMap(({ assertionResults, status }) =>
    assertionResults.length === 0 && status === 'failed'
      ? ['a file that can’t be loaded']
      : assertionResults.filter((one) => one.status === 'failed').map((one) => one.title),
  )
}

/** A script of the project, on the copy. */
function script(file: string): void {
  const { status, stderr } = spawnSync(process.execPath, [file], { cwd: copy, encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

describe.runIf(FULL)('CONTRIBUTING.md, done on a copy', () => {
  beforeAll(async () => {
    copy = await makeCopy()
  }, MINUTES)
  afterAll(() => rm(copy, { recursive: true, force: true }))

  it(
    'adds a clause: the tests are the list of what is left, and are content at the end',
    async () => {
      const files = [
        'protocol-clauses',
        'clause-scenarios',
        'coverage',
        'record-make',
        'record-files',
        'protocol-pack',
        'clause-help',
        'families',
      ].map((name) => `test/unit/${name}.test.ts`)
      // What fails already says nothing of the way.
      expect(await failing('unit', files)).toEqual([])
      await edit(
        'lib/protocol/clauses/table.json',
        '"clause": "parents can give feedback and read more online-safety guidance"\n  }',
        `"clause": "parents can give feedback and read more online-safety guidance"
  },
  {
    "id": "EG-43",
    "phase": "after",
    "how": ["assist"],
    "clause": "borrowed devices are counted back in"
  }`,
      )
      const left = await failing('unit', files)
      expect(left).toContain('EG-43 has the phase and the way of knowing of the table')
      expect(left).toHaveLength(7)

      await edit(
        'lib/protocol/clauses/after.ts',
        "saferinternet.org.uk.',\n  ]),\n",
        `saferinternet.org.uk.',
  ]),
  rule(
    'EG-43',
    'after',
    ['assist'],
    'settles',
    [
      'Borrowed devices are counted back in.',
      'Count them when the children have brought them, and tick.',
    ],
    onlyAfter,
  ),
`,
      )
      for (const pack of ['combined', 'ernesford-grange'])
        await edit(`lib/protocol/packs/${pack}.json`, '"EG-42"', '"EG-42",\n    "EG-43"')
      await edit(
        'lib/protocol/clauses/policy.json',
        'keep their children safe online includes:"\n  }\n',
        `keep their children safe online includes:"
  },
  "EG-43": {
    "document": "ernesford-grange",
    "section": "Impact",
    "quote": "Key messages shared with families"
  }
`,
      )
      const why = "  'EG-42': 'Families see things that the school doesn’t.',\n"
      await edit(
        'lib/protocol/wording/why.ts',
        why,
        `${why}  'EG-43': 'A tablet is missed soon.',\n`,
      )
      await edit('lib/protocol/wording/families.ts', "['EG-42']", "['EG-42', 'EG-43']")
      await edit(
        'test/vectors/lessons/clauses.ts',
        "  shown('EG-42'),\n",
        `  shown('EG-42'),
  {
    clause: 'EG-43',
    name: 'after the lesson the tablets are all back',
    tale: () => done(lesson()).ticks('EG-43', 'twelve of twelve'),
    is: 'confirmed',
    says: /twelve/,
    field: 'checks[EG-43].what',
    holds: /of twelve/,
  },
`,
      )
      await addTo('test/coverage/coverage.json', 'EG-42', {
        id: 'EG-43',
        code: ['lib/protocol/clauses/after.ts'],
      })
      script('scripts/coverage.ts')
      await edit('test/unit/protocol-clauses.test.ts', '{ length: 42 }', '{ length: 43 }')
      await edit(
        'test/unit/protocol-clauses.test.ts',
        "['EG-40', 'EG-41', 'EG-42']",
        "['EG-40', 'EG-41', 'EG-42', 'EG-43']",
      )
      await edit('test/unit/record-make.test.ts', 'toHaveLength(58)', 'toHaveLength(59)')
      await edit('test/unit/record-files.test.ts', '      58,', '      59,')
      expect(await failing('unit', files)).toEqual([])
    },
    5 * MINUTES,
  )

  it(
    'adds a selector: a new look first in its list, and refuses one that is only a made-up class',
    async () => {
      const list = 'test/dom/adapter-pack.test.ts'
      const first = '  leaveButton: [\n'
      await edit(
        'lib/platforms/meet/selectors.ts',
        first,
        `${first}    { css: '[data-leave-call]', seen: 'a page saved in 2027-01', generation: 'any' },\n`,
      )
      expect(await failing('dom', [list])).toEqual([])
      await edit('lib/platforms/meet/selectors.ts', '[data-leave-call]', '.xYz12')
      expect(await failing('dom', [list])).toContain(
        'names where and when each selector was seen, and lets no made-up class stand alone',
      )
      await edit('lib/platforms/meet/selectors.ts', '.xYz12', '[data-leave-call]')
    },
    3 * MINUTES,
  )

  it(
    'adds a language: a table of guesses may point and never press, and both sites are played in it',
    async () => {
      const files = ['test/dom/languages.test.ts', 'test/dom/adapter-pack.test.ts']
      await edit(
        'lib/platforms/meet/texts.ts',
        'export const MEET_WORDS: WordTables = {\n',
        `export const MEET_WORDS: WordTables = {
  de: {
    seen: {},
    guess: {
      you: ['Du', '(Du)'],
      host: ['Organisator der Besprechung'],
      visitor: ['Gast'],
      mute: ['Mikrofon von {name} stummschalten'],
      admit: ['{name} zulassen'],
      deny: ['Teilnahme ablehnen'],
      waitingSection: ['Warten auf Teilnahme'],
      accessOpen: ['Offen'],
      accessTrusted: ['Vertrauenswürdig'],
      accessRestricted: ['Eingeschränkt'],
    },
  },
`,
      )
      await edit(
        'lib/platforms/teams/texts.ts',
        "de: { seen: { placeholder: ['Unbekannter Benutzer'] }, guess: {} }",
        `de: {
    seen: { placeholder: ['Unbekannter Benutzer'] },
    guess: {
      myself: ['Mein Video'],
      contextMenu: ['Kontextmenü verfügbar'],
      muted: ['stummgeschaltet'],
      unmuted: ['Stummschaltung aufgehoben'],
      organiser: ['Organisator'],
      muteOne: ['Teilnehmer stummschalten'],
      disableCamera: ['Kamera deaktivieren'],
      remove: ['Aus der Besprechung entfernen'],
    },
  }`,
      )
      await edit(
        'test/dom/languages.test.ts',
        "['en', 'cy', 'fr', 'es', 'pl']",
        "['en', 'cy', 'fr', 'es', 'pl', 'de']",
      )
      expect(await failing('dom', files)).toEqual([])
    },
    8 * MINUTES,
  )
})
