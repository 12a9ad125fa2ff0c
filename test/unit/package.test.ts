import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { archiveOf, filesOf, sha256 } from '../../scripts/package/archive.mjs'
import { licenceTable, shippedPackages } from '../../scripts/package/licences.mjs'
import { overBudget, scriptBytes } from '../../scripts/package/pages.mjs'
import { partsList } from '../../scripts/package/sbom.mjs'

const root = join(import.meta.dirname, '../..')
const made: string[] = []
afterAll(() => {
  for (const folder of made) rmSync(folder, { recursive: true })
})

function folderOf(files: readonly (readonly [string, string])[], date: Date): string {
  const folder = mkdtempSync(join(tmpdir(), 'lesson-steward-package-'))
  made.push(folder)
  for (const [name, text] of files) {
    mkdirSync(join(folder, name, '..'), { recursive: true })
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), date, date)
  }
  return folder
}

describe('the package', () => {
  const files = [
    ['manifest.json', '{}'],
    ['chunks/b.js', 'b'],
    ['chunks/a.js', 'a'],
  ] as const

  it('is the same bytes whenever, wherever and in whatever order its files were written', () => {
    const one = archiveOf(folderOf(files, new Date(2026, 3, 1)))
    const other = archiveOf(folderOf(files.toReversed(), new Date(2027, 9, 9)))
    expect(sha256(other)).toBe(sha256(one))
    const changed = archiveOf(folderOf([...files.slice(1), ['manifest.json', '{ }']], new Date()))
    expect(sha256(changed)).not.toBe(sha256(one))
  })

  it('holds every file, by names that every computer reads', () => {
    const folder = folderOf(files, new Date())
    expect(filesOf(folder)).toEqual(['chunks/a.js', 'chunks/b.js', 'manifest.json'])
    const inside = unzipSync(archiveOf(folder))
    expect(Object.keys(inside)).toEqual(filesOf(folder))
    expect(new TextDecoder().decode(inside['chunks/b.js'])).toBe('b')
  })
})

describe('the script of a page', () => {
  it('is what its HTML names and what that imports at once, each file counted once', () => {
    const folder = folderOf(
      [
        ['panel.html', '<script type="module" crossorigin src="/chunks/panel.js"></script>'],
        [
          'chunks/panel.js',
          'import{a}from"./a.js";import"./b.js";export{c}from"./c.js";x(()=>import("./later.js"))',
        ],
        ['chunks/a.js', 'import{b}from"./b.js"'],
        ['chunks/b.js', '12345'],
        ['chunks/c.js', '1234567'],
        ['chunks/later.js', 'import"./big.js"'],
        ['chunks/big.js', '1'.repeat(5000)],
        ['background.js', '123'],
        ['content-scripts/meet.js', '1234'],
      ],
      new Date(),
    )
    const size = (name: string) => readFileSync(join(folder, 'chunks', name)).length
    const bytes = scriptBytes(folder)
    expect(bytes).toEqual({
      'panel.html': size('panel.js') + size('a.js') + 5 + 7,
      'background.js': 3,
      'content-scripts/meet.js': 4,
    })
    const limits = { 'panel.html': 10, 'background.js': 3, 'old.html': 1 }
    expect(overBudget(bytes, limits)).toEqual([
      `panel.html loads ${bytes['panel.html']} bytes of script, of at most 10.`,
      'content-scripts/meet.js has no limit in scripts/package/pages.json.',
      'old.html has a limit, but is not in the build.',
    ])
    expect(overBudget({ 'a.html': 3 }, { 'a.html': 3 })).toEqual([])
  })
})

const lockedPackage = z.object({
  version: z.string().optional(),
  integrity: z.string().optional(),
  link: z.boolean().optional(),
  resolved: z.string().optional(),
})
const lockSchema = z.object({ packages: z.record(z.string(), lockedPackage) })

/**
 * Those that are not fixed to the byte. Our lock leaves out where a package of the registry comes from; where it says so it is another
 * place, unless it is the registry by its name.
 */
function loose(packages: readonly (readonly [string, z.infer<typeof lockedPackage>])[]) {
  return packages.flatMap(([path, { version = '', integrity = '', link = false, resolved }]) => {
    const isFixed =
      /^\d+\.\d+\.\d+(?:[-+][\w.+-]+)?$/.test(version) &&
      /^sha512-[\w+/]{86}==$/.test(integrity) &&
      !link &&
      path.startsWith('node_modules/') &&
      (resolved === undefined || resolved.startsWith('https://registry.npmjs.org/'))
    return isFixed ? [] : [path]
  })
}
const partsSchema = z.object({
  metadata: z.object({
    component: z.object({ name: z.string(), version: z.string(), type: z.string() }),
  }),
  dependencies: z.array(z.object({ ref: z.string(), dependsOn: z.array(z.string()) })),
  components: z.array(
    z.object({
      'bom-ref': z.string(),
      name: z.string(),
      version: z.string(),
      licenses: z.array(
        z.object({
          license: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
          expression: z.string().optional(),
        }),
      ),
      hashes: z.array(z.object({ alg: z.string(), content: z.string() })),
    }),
  ),
})
const ownSchema = z.object({ name: z.string(), version: z.string() })
const manifestSchema = z.object({ dependencies: z.record(z.string(), z.string()) })
const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))

describe('what others wrote', () => {
  const packages = Object.entries(lockSchema.parse(read('package-lock.json')).packages).filter(
    ([path]) => path !== '',
  )

  it('is fixed to the byte: each package has a version and a hash, none comes from a folder, a branch or an open connection', () => {
    expect(packages.length).toBeGreaterThan(100)
    expect(loose(packages)).toEqual([])
    // And such a one would be found.
    const fine = { version: '1.2.3-beta.1', integrity: `sha512-${'a'.repeat(86)}==` }
    const from = (resolved: string) => ({ ...fine, resolved })
    expect(
      loose([
        ['node_modules/fine', fine],
        ['node_modules/a/node_modules/@b/fine', from('https://registry.npmjs.org/b/-/b-1.2.3.tgz')],
        ['node_modules/no-version', { integrity: fine.integrity }],
        ['node_modules/no-number', { ...fine, version: 'git+https://host.example/a.git' }],
        ['node_modules/no-hash', { version: '1.2.3' }],
        ['node_modules/weak-hash', { ...fine, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }],
        ['node_modules/linked', { ...fine, link: true }],
        ['packages/folder', fine],
        ['node_modules/branch', from('git+ssh://git@host.example/a.git#main')],
        ['node_modules/short-branch', from('github:a/b')],
        ['node_modules/file', from('file:../a.tgz')],
        ['node_modules/relative', from('../a')],
        ['node_modules/open', from('http://registry.npmjs.org/a/-/a-1.2.3.tgz')],
        ['node_modules/elsewhere', from('https://host.example/a-1.2.3.tgz')],
        ['node_modules/look-alike', from('https://registry.npmjs.org.host.example/a.tgz')],
      ]).map((path) => path.replace('node_modules/', '')),
    ).toEqual([
      'no-version',
      'no-number',
      'no-hash',
      'weak-hash',
      'linked',
      'packages/folder',
      'branch',
      'short-branch',
      'file',
      'relative',
      'open',
      'elsewhere',
      'look-alike',
    ])
  })

  it('is all in the list of parts that lies beside the package: name, version, licence and hash, and nothing else is', () => {
    const { metadata, components, dependencies } = partsSchema.parse(partsList(root))
    const { name, version } = ownSchema.parse(read('package.json'))
    expect(metadata.component).toEqual({ name, version, type: 'application' })
    // Each part is reached from the whole.
    const needs = new Map(dependencies.map(({ ref, dependsOn }) => [ref, dependsOn]))
    const reached = new Set<string>()
    const reach = (ref: string): void => {
      if (reached.has(ref)) return
      reached.add(ref)
      for (const one of needs.get(ref) ?? []) reach(one)
    }
    reach(`${name}@${version}`)
    const refs = components.map((one) => one['bom-ref'])
    expect([...reached].toSorted()).toEqual([...refs, `${name}@${version}`].toSorted())
    expect(new Set(refs).size).toBe(refs.length)
    const listed = components.map(({ licenses, hashes, ...one }) => ({
      part: `${one.name}@${one.version}`,
      licence: licenses
        .map(({ license, expression }) => license?.id ?? license?.name ?? expression ?? '')
        .join(),
      hashed: hashes.some(({ alg, content }) => alg === 'SHA-512' && content.length === 128),
    }))
    const shipped = shippedPackages(root)
    expect(shipped.length).toBeGreaterThan(10)
    const wanted = new Map(
      shipped.map((one) => [
        `${one.name}@${one.version}`,
        { part: `${one.name}@${one.version}`, licence: one.licence, hashed: true },
      ]),
    )
    const byName = (a: { part: string }, b: { part: string }): number => (a.part < b.part ? -1 : 1)
    expect(listed.toSorted(byName)).toEqual([...wanted.values()].toSorted(byName))
  })

  it('is little: no more than these are asked for in what is shipped', () => {
    const { dependencies } = manifestSchema.parse(read('package.json'))
    expect(Object.keys(dependencies).toSorted()).toEqual([
      '@mediapipe/tasks-vision',
      '@noble/hashes',
      'dexie',
      'fastest-levenshtein',
      'lucide-react',
      'papaparse',
      'radix-ui',
      'react',
      'react-dom',
      'webextension-polyfill',
      'zod',
      'zustand',
    ])
  })

  it('is listed with its licence, each of which allows what we do with it', () => {
    expect(readFileSync(join(root, 'docs/licences.md'), 'utf8')).toBe(licenceTable(root))
    const strange = shippedPackages(root).filter(
      ({ licence }) =>
        !/^(?:MIT|ISC|Apache-2\.0|0BSD|BSD-[23]-Clause|MPL-2\.0)(?:\W|$)/.test(licence),
    )
    expect(strange.map(({ name, licence }) => `${name}: ${licence}`)).toEqual([])
  })
})
