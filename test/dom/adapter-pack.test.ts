import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { COMMAND_KINDS, SELF_ROLES } from '../../lib/meeting/index.ts'
import { capabilitiesOf } from '../../lib/platforms/capabilities.ts'
import { reasonFor } from '../../lib/platforms/reasons.ts'
import { makeWords } from '../../lib/platforms/dom/words.ts'
import { formatPack, parsePack } from '../../lib/platforms/pack.ts'
import { MEET_CAPABILITY_TABLE, MEET_STEPS } from '../../lib/platforms/meet/capabilities.ts'
import { MEET_PACK, MEET_TARGET_NAMES } from '../../lib/platforms/meet/page.ts'
import { MEET_WORDS } from '../../lib/platforms/meet/texts.ts'

// The data behind the adapter: what a replaced pack may be, and what is promised about each control.
describe('a selector pack', () => {
  const text = formatPack(MEET_PACK)

  it('comes back from its file to the byte', () => {
    const result = parsePack(text, MEET_TARGET_NAMES)
    if (!result.ok) throw new Error(result.problems.join('\n'))
    expect(result.pack).toEqual(MEET_PACK)
    expect(formatPack(result.pack)).toBe(text)
  })

  it('names where and when each selector was seen, and lets no made-up class stand alone', () => {
    const all = Object.entries(MEET_PACK.targets).flatMap(([target, list]) =>
      list.map((one) => ({ target, ...one })),
    )
    expect(all.length).toBeGreaterThan(60)
    for (const { css, seen, target } of all) {
      expect(seen, target).not.toBe('')
      for (const part of css.split(',')) expect(part.trim(), target).not.toMatch(/^\.[A-Za-z0-9]+$/)
    }
  })

  it('is refused with the place of each problem', () => {
    const problems = (value: unknown) => {
      const result = parsePack(
        typeof value === 'string' ? value : JSON.stringify(value),
        MEET_TARGET_NAMES,
      )
      return result.ok ? [] : result.problems
    }
    expect(problems('{ not json')[0]).toMatch(/^not JSON/)
    expect(problems({ ...MEET_PACK, format: 2 })).toEqual([expect.stringMatching(/^format: /)])
    expect(problems({ ...MEET_PACK, asOf: 'today' })).toEqual([
      expect.stringMatching(/^asOf: a day/),
    ])
    const { leaveButton: _gone, ...rest } = MEET_PACK.targets
    expect(problems({ ...MEET_PACK, targets: rest })).toEqual(['targets.leaveButton: missing'])
    const long = {
      ...MEET_PACK.targets,
      tile: [{ css: 'x'.repeat(401), seen: 'a', generation: 'any' }],
    }
    expect(problems({ ...MEET_PACK, targets: long })).toEqual([
      expect.stringMatching(/^targets\.tile\.0\.css: /),
    ])
    const twice = { en: { seen: { admit: ['{name} and {name}'] }, guess: {} } }
    expect(problems({ ...MEET_PACK, words: twice })).toEqual([
      expect.stringMatching(/^words\.en\.seen\.admit\.0: at most one \{name\}/),
    ])
    expect(problems({ ...MEET_PACK, code: 'alert(1)' })).toHaveLength(1)
  })
})

describe('wording', () => {
  const words = makeWords(MEET_WORDS)

  it('finds the name in a label as it stands there', () => {
    expect(words.match('admit', 'Admit  Zoë O’Neill (iPad)')).toEqual({
      language: 'en',
      certain: true,
      name: 'Zoë O’Neill (iPad)',
    })
    expect(words.match('mute', 'Mute Bob’s microphone')).toMatchObject({
      certain: true,
      name: 'Bob',
    })
    expect(words.match('pill', 'Admit 12 guests')).toMatchObject({ n: 12 })
    expect(words.match('admit', 'Wpuść Ola')).toMatchObject({
      language: 'pl',
      certain: false,
      name: 'Ola',
    })
  })

  it('does not take a part for the whole', () => {
    expect(words.match('accessOpen', 'Open the door')).toBeUndefined()
    expect(words.match('waiting', 'Dev: Asking to be let in, said he')).toBeUndefined()
    expect(words.match('you', 'Youssef')).toBeUndefined()
    expect(words.match('nothing', 'x')).toBeUndefined()
  })

  it('is not slowed down by a hostile label', () => {
    const started = performance.now()
    for (let at = 0; at < 50; at += 1)
      words.match('mute', `Mute ${"'s microphon".repeat(20_000)}${at}`)
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('says which wording somebody has really seen', () => {
    expect([
      words.isSeen('pill', 'en-GB'),
      words.isSeen('pill', 'pl'),
      words.isSeen('pill', ''),
    ]).toEqual([true, false, false])
  })

  it('uses only wording keys that some language has', () => {
    const keys = new Set(
      Object.values(MEET_WORDS).flatMap(({ seen, guess }) => [
        ...Object.keys(seen),
        ...Object.keys(guess),
      ]),
    )
    for (const { seen, guess } of Object.values(MEET_WORDS)) {
      for (const key of [...Object.keys(seen), ...Object.keys(guess)]) expect(keys).toContain(key)
    }
    expect(Object.keys(MEET_WORDS)).toEqual(
      expect.arrayContaining(['en', 'de', 'pl', 'es', 'pt', 'cy', 'fr']),
    )
  })
})

describe('what can be done on Meet', () => {
  it('is a table of every command, with no camera control for one person', () => {
    expect(MEET_CAPABILITY_TABLE.organiser).toMatchObject({
      openPeople: 'act',
      admit: 'act',
      deny: 'act',
      muteAll: 'guide',
      mute: 'act',
      camerasOffForAll: 'act',
      camerasOnForAll: 'act',
      chatOff: 'act',
      chatOn: 'act',
      stopPresenting: 'guide',
      rollCall: 'act',
      micOff: 'none',
      cameraOff: 'none',
      remove: 'act',
      lock: 'act',
      unlock: 'act',
      endForAll: 'guide',
    })
  })

  it('gives those who are no host only what everybody has', () => {
    const can = Object.entries(MEET_CAPABILITY_TABLE.attendee).filter(([, how]) => how !== 'none')
    expect(can).toEqual([
      ['openPeople', 'act'],
      ['rollCall', 'act'],
    ])
    expect(MEET_CAPABILITY_TABLE.coorganiser).toEqual(MEET_CAPABILITY_TABLE.organiser)
  })

  it('stands in the docs as it is', () => {
    const text = readFileSync(new URL('../../docs/meet.md', import.meta.url), 'utf8')
    const rows = [...text.matchAll(/^\| (\w+) +\| (act|guide|none) +\| (act|guide|none) +\|$/gm)]
    expect(rows.map((row) => row.slice(1))).toEqual(
      COMMAND_KINDS.map((kind) => [
        kind,
        MEET_CAPABILITY_TABLE.organiser[kind],
        MEET_CAPABILITY_TABLE.attendee[kind],
      ]),
    )
  })

  it('names each step once', () => {
    expect(new Set(MEET_STEPS).size).toBe(MEET_STEPS.length)
  })
})

describe('why something is not simply done', () => {
  const variants = { meet: ['meet-2025', 'meet-2026'], teams: ['teams-full', 'teams-light'] }
  const cells = (['meet', 'teams'] as const).flatMap((platform) =>
    variants[platform].flatMap((variant) =>
      SELF_ROLES.flatMap((role) =>
        COMMAND_KINDS.map((kind) => ({
          platform,
          kind,
          can: capabilitiesOf(platform, variant, role)[kind],
        })),
      ),
    ),
  )

  it('is said in one plain sentence for every such cell of both tables', () => {
    for (const { platform, kind, can } of cells) {
      if (can === 'act') continue
      const said = reasonFor(platform, kind)
      expect(said, `${platform} ${kind}`).toMatch(/^[A-Z].{10,120}\.$/)
    }
  })

  it('is not said of what everybody can do', () => {
    for (const platform of ['meet', 'teams'] as const) {
      for (const kind of COMMAND_KINDS) {
        const always = cells.every(
          (cell) => cell.platform !== platform || cell.kind !== kind || cell.can === 'act',
        )
        if (always) expect(reasonFor(platform, kind), kind).toBeUndefined()
      }
    }
  })
})
