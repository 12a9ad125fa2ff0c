import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { BadInput, classOf, listPictures, thin } from '../../scripts/eval-rooms/pictures.mjs'
import { tar } from '../support/tarFile.ts'
import type { Entry } from '../support/tarFile.ts'

let folder = ''
let count = 0
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lesson-steward-eval-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const paxRecord = (key: string, value: string): string => {
  const rest = Buffer.byteLength(` ${key}=${value}\n`)
  let length = rest + 1
  while (String(length).length + rest !== length) length = String(length).length + rest
  return `${length} ${key}=${value}\n`
}

async function fileOf(content: Buffer | string): Promise<string> {
  count += 1
  const file = join(folder, `set-${count}.tar`)
  await writeFile(file, content)
  return file
}

const listed = async (entries: readonly Entry[]) => listPictures(await fileOf(tar(entries)))
const names = async (entries: readonly Entry[]) => (await listed(entries)).map(({ name }) => name)
const long = 'a'.repeat(120)

describe('pictures in a tar', () => {
  it('are named by their last folder, read as they are, in a stable order', async () => {
    const pictures = await listed([
      { name: 'test/kitchen/2.jpg', body: 'two' },
      { name: 'test/kitchen/', kind: '5' },
      { name: './bedroom/1.PNG', body: 'x'.repeat(1500) },
      { name: 'test/kitchen/1.webp', body: 'one' },
    ])
    expect(pictures.map(({ label, name, type }) => [label, name, type])).toEqual([
      ['bedroom', 'bedroom/1.PNG', 'image/png'],
      ['kitchen', 'kitchen/1.webp', 'image/webp'],
      ['kitchen', 'kitchen/2.jpg', 'image/jpeg'],
    ])
    const bodies = await Promise.all(pictures.map((one) => one.read()))
    expect(bodies.map(String)).toEqual(['x'.repeat(1500), 'one', 'two'])
  })

  it('come with every body, whatever its length', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uint8Array({ maxLength: 1600 }), { minLength: 1, maxLength: 6 }),
        async (bodies) => {
          const pictures = await listed(
            bodies.map((body, index) => ({
              name: `bedroom/${index}.jpg`,
              body: Buffer.from(body),
            })),
          )
          const read = await Promise.all(pictures.map((one) => one.read()))
          expect(read.map((one) => [...one])).toEqual(bodies.map((one) => [...one]))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('leave out what is no picture, no file, or no picture of a label', async () => {
    expect(
      await names([
        { name: 'bedroom/notes.txt', body: 'x' },
        { name: 'bedroom/._1.jpg', body: 'resource fork' },
        { name: 'loose.jpg', body: 'x' },
        { name: 'bedroom/link.jpg', kind: '2' },
        { name: 'pax_global_header', kind: 'g', body: paxRecord('comment', 'x') },
        { name: 'bedroom/jpg', body: 'x' },
        { name: 'bedroom/1.jpg', body: 'x' },
      ]),
    ).toEqual(['bedroom/1.jpg'])
  })

  it('may have odd names', async () => {
    expect(
      await names([
        { name: 'living room/Wohnzimmer – früh (2).jpg', body: 'x' },
        { name: 'bedroom/a b.c.jpg', body: 'x' },
        { name: 'kitchen/=5 path=7.jpg', body: 'x' },
      ]),
    ).toEqual([
      'bedroom/a b.c.jpg',
      'kitchen/=5 path=7.jpg',
      'living room/Wohnzimmer – früh (2).jpg',
    ])
  })

  it('may have long names: GNU’s, pax’s and those with a beginning of their own', async () => {
    expect(
      await names([
        { name: '././@LongLink', kind: 'L', body: `rooms/bedroom/${long}.jpg\u0000` },
        { name: 'rooms/bedroom/cut', body: 'x' },
        {
          name: 'PaxHeaders/1',
          kind: 'x',
          body: paxRecord('mtime', '1.5') + paxRecord('path', `rooms/kitchen/${long}ü.jpg`),
        },
        { name: 'rooms/kitchen/cut', body: 'x' },
        { name: '1.jpg', prefix: `${long}/study`, body: 'x' },
        { name: 'hall/2.jpg', body: 'x' },
      ]),
    ).toEqual([`bedroom/${long}.jpg`, 'hall/2.jpg', `kitchen/${long}ü.jpg`, 'study/1.jpg'])
  })

  it('are not misled by what other fields say', async () => {
    expect(
      await names([
        {
          name: 'PaxHeaders/1',
          kind: 'x',
          body:
            paxRecord('comment', 'line\n15 path=evil/1.jpg') +
            paxRecord('path', 'bedroom/right.jpg'),
        },
        { name: 'cut', body: 'x' },
        { name: 'PaxHeaders/2', kind: 'x', body: paxRecord('comment', '9 path=evil/2.jpg') },
        { name: 'kitchen/own.jpg', body: 'x' },
      ]),
    ).toEqual(['bedroom/right.jpg', 'kitchen/own.jpg'])
  })

  it('of GNU’s own kind have no beginning where POSIX has one', async () => {
    expect(
      await names([
        { name: 'bedroom/1.jpg', magic: 'ustar  \u0000', prefix: '14553304051\u0000', body: 'x' },
      ]),
    ).toEqual(['bedroom/1.jpg'])
    const [only] = await listed([
      { name: '1.jpg', magic: 'ustar  \u0000', prefix: 'bedroom', body: 'x' },
      { name: 'kitchen/2.jpg', body: 'x' },
    ])
    expect(only?.name).toBe('kitchen/2.jpg')
  })

  it.each([
    ['no tar', Buffer.from('Dear diary, '.repeat(100)), /not a tar archive/],
    ['too short', Buffer.from('x'), /not a tar archive/],
    ['empty', Buffer.alloc(0), /not a tar archive/],
    ['of nothing but its end', Buffer.alloc(1024), /No labelled pictures/],
    [
      'cut off',
      tar([{ name: 'bedroom/1.jpg', body: 'x'.repeat(4000) }], false).subarray(0, 2000),
      /ends in the middle/,
    ],
    [
      'damaged in a header',
      (() => {
        const good = tar([{ name: 'bedroom/1.jpg', body: 'x' }])
        good[3] = 0x7e
        return good
      })(),
      /damaged at byte 0/,
    ],
    [
      'of a size that is none',
      tar([{ name: 'bedroom/1.jpg', size: Buffer.from([0x80, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0]) }]),
      /size that can't be read/,
    ],
  ])('of a file that is %s: said, with its name', async (_what, content, message) => {
    const file = await fileOf(content)
    const failure = await listPictures(file).then(
      () => undefined,
      (problem: unknown) => problem,
    )
    expect(failure).toBeInstanceOf(BadInput)
    expect(String(failure)).toMatch(message)
    expect(String(failure)).toContain(`set-${count}.tar`)
  })
})

describe('pictures in a folder', () => {
  it('are found by label, others left alone', async () => {
    const root = join(folder, 'tree')
    await mkdir(join(root, 'bedroom/deeper'), { recursive: true })
    await mkdir(join(root, 'empty'))
    await writeFile(join(root, 'bedroom/b.jpeg'), 'b')
    await writeFile(join(root, 'bedroom/deeper/c.jpg'), 'c')
    await writeFile(join(root, 'bedroom/notes.txt'), 'n')
    await writeFile(join(root, 'loose.jpg'), 'l')
    const pictures = await listPictures(root)
    expect(pictures.map(({ label, name }) => [label, name])).toEqual([
      ['bedroom', 'bedroom/b.jpeg'],
    ])
    expect(String(await pictures[0]?.read())).toBe('b')
  })

  it('may be described by a list of scenes', async () => {
    const root = join(folder, 'drawn')
    await mkdir(join(root, 'rooms'), { recursive: true })
    await writeFile(join(root, 'rooms/x.webp'), 'x')
    await writeFile(
      join(root, 'scenes.json'),
      JSON.stringify({ rooms: [{ file: 'rooms/x.webp', label: 'study' }] }),
    )
    expect(await listPictures(root)).toMatchObject([
      { label: 'study', name: 'study/x.webp', type: 'image/webp' },
    ])
  })

  it('that is not there, or holds none, is said', async () => {
    await expect(listPictures(join(folder, 'nowhere'))).rejects.toThrow(/does not exist/)
    await mkdir(join(folder, 'bare'))
    await expect(listPictures(join(folder, 'bare'))).rejects.toThrow(/No labelled pictures/)
  })
})

describe('labels', () => {
  it.each([
    ['bedroom', 'bedroom'],
    ['Bedroom-12', 'bedroom'],
    ['bathroom', 'bathroom'],
    ['living room', 'common'],
    ['dining_room', 'common'],
    ['kitchen', 'common'],
    ['plain', 'plain'],
    ['Virtual Background', 'plain'],
    ['blurred', 'plain'],
    ['unclear', 'unclear'],
    ['outdoor', 'unclear'],
    ['outdoors-sun', 'unclear'],
    ['closeup', 'unclear'],
  ])('%s stands for %s', (label, as) => {
    expect(classOf(label)).toBe(as)
  })
})

describe('fewer pictures', () => {
  const label = fc.constantFrom('bedroom', 'kitchen', 'study')
  const picture = fc.record({ label, name: fc.string() })

  it('keep at most so many of each label, each once, in their order', () => {
    fc.assert(
      fc.property(
        fc.array(picture, { maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        (all, limit) => {
          const kept = thin(all, limit)
          expect(new Set(kept).size).toBe(kept.length)
          for (const one of ['bedroom', 'kitchen', 'study']) {
            const of = (list: readonly { label: string }[]) => list.filter((p) => p.label === one)
            expect(of(kept)).toHaveLength(Math.min(limit, of(all).length))
            const places = of(kept).map((p) => all.indexOf(p as (typeof all)[number]))
            expect(places).toEqual([...places].sort((a, b) => a - b))
          }
        },
      ),
    )
  })

  it('are spread evenly, and without a limit they are all', () => {
    const all = Array.from({ length: 100 }, (_, index) => ({ label: 'x', name: String(index) }))
    expect(thin(all, 4).map((one: { name: string }) => one.name)).toEqual(['0', '25', '50', '75'])
    expect(thin(all, 0)).toBe(all)
  })
})
