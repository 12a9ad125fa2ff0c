import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { announcement } from '../../components/panel/announce.ts'
import { followUpText } from '../../components/panel/followUpText.ts'
import { concernStart, readyMessage } from '../../components/panel/concernStart.ts'
import {
  filterCounts,
  findPeople,
  fits,
  grouped,
  PEOPLE_FILTERS,
} from '../../components/panel/filterPeople.ts'
import { lockWords } from '../../components/panel/LockCard.tsx'
import { inOrder } from '../../components/panel/NowPrompt.tsx'
import { partLeft } from '../../components/panel/Ring.tsx'
import { share } from '../../components/panel/share.ts'
import { someone } from '../../components/panel/someone.ts'
import { createPanelStore, loseConnection, takeView } from '../../components/panel/store.ts'
import { outcomeSentence, phasesOfNow, shakyTopics } from '../../components/panel/words.ts'
import { NOW } from '../../components/gallery/sampleClock.ts'
import { SELF } from '../../components/gallery/samplePeople.ts'
import { SAMPLE_REGISTERS } from '../../components/gallery/sampleData.ts'
import { BEDROOM_PROMPT } from '../../components/gallery/samplePrompts.ts'
import { SAMPLES } from '../../components/gallery/samples.ts'
import type { OutcomeWhy } from '../../lib/meeting/index.ts'
import type { PanelView } from '../../lib/views/types.ts'

describe('share', () => {
  const plain = fc.jsonValue()
  it('always gives what is equal to the new view', () => {
    fc.assert(
      fc.property(plain, plain, (a, b) => {
        expect(share(a, b)).toEqual(b)
      }),
    )
  })
  it('gives the old one back when nothing changed', () => {
    fc.assert(
      fc.property(plain, (a) => {
        expect(Object.is(share(a, structuredClone(a)), a)).toBe(true)
      }),
      // A key that is no text, found by chance.
      {
        examples: [
          [[{ key: {} }]],
          [
            [
              { key: 'a', n: 1 },
              { key: 'a', n: 2 },
            ],
          ],
        ],
      },
    )
  })
  it('keeps every other row when one newcomer stands first', () => {
    const before: PanelView = SAMPLES.many
    const [newcomer] = SAMPLES.hostile.people
    const after = structuredClone({ ...before, people: [newcomer, ...before.people] }) as PanelView
    const kept = share(before, after)
    expect(kept.people).toHaveLength(251)
    expect(before.people.every((row, i) => kept.people[i + 1] === row)).toBe(true)
  })
  it('renews only the row that changed', () => {
    const before: PanelView = SAMPLES.many
    const after = structuredClone(before)
    const changed = {
      ...after,
      people: after.people.map((row, i) => (i === 7 ? { ...row, camera: 'off' as const } : row)),
    }
    const kept = share(before, changed)
    expect(kept.people.filter((row, i) => row !== before.people[i])).toEqual([changed.people[7]])
    expect(kept.checklist).toBe(before.checklist)
  })
  it('sees a key that went away', () => {
    expect(share<Record<string, number>>({ a: 1, b: 2 }, { a: 1 })).toEqual({ a: 1 })
    expect(share<Record<string, unknown>>({ a: undefined }, { b: undefined })).toEqual({
      b: undefined,
    })
  })
})

describe('the panel’s mirror', () => {
  it('takes views whole, keeps the last one when the wire is lost', () => {
    const store = createPanelStore()
    expect(store.getState()).toEqual({ view: undefined, connected: false })
    takeView(store, SAMPLES.bedroom)
    loseConnection(store)
    expect(store.getState().view).toEqual(SAMPLES.bedroom)
    expect(store.getState().connected).toBe(false)
    takeView(store, structuredClone(SAMPLES.bedroom))
    expect(store.getState().view).toBe(SAMPLES.bedroom)
    expect(store.getState().connected).toBe(true)
  })
})

describe('announcements', () => {
  it('says nothing of what was there when the panel opened', () => {
    expect(announcement(undefined, SAMPLES.bedroom)).toEqual({ polite: [], alert: [] })
  })
  it('alerts only for an alarm and for the lock being due', () => {
    expect(announcement(SAMPLES.thirty, SAMPLES.bedroom).alert).toEqual([
      'Two people show the name Amelia Potter',
    ])
    expect(announcement(SAMPLES.thirty, SAMPLES.room)).toEqual({ polite: [], alert: [] })
    expect(announcement(SAMPLES.countdown, SAMPLES.lockDue).alert).toEqual([
      'Time to lock the call',
    ])
  })
  it('says an alarm once', () => {
    expect(
      announcement(SAMPLES.bedroom, structuredClone(SAMPLES.bedroom) as PanelView).alert,
    ).toEqual([])
  })
  it('names few arrivals, counts many', () => {
    const empty = { ...SAMPLES.arrivals, knocks: [], people: [] }
    expect(announcement(empty, SAMPLES.arrivals).polite).toEqual([
      'Amelia Potter, Mrs Shah, iPad (2) are waiting to come in.',
      'Ms Khan, Freya Hughes, Mohammed Rahman have joined.',
    ])
    expect(announcement({ ...SAMPLES.thirty, people: [] }, SAMPLES.thirty).polite).toEqual([
      '28 people have joined.',
    ])
  })
  it('speaks no name while the teacher presents', () => {
    const quiet = { ...SAMPLES.discreet, prompts: [], knocks: [], people: [] }
    const said = announcement(quiet, SAMPLES.discreet)
    const names = SAMPLES.discreet.people.map((row) => row.name.split(' ')[0] ?? '')
    const words = [...said.alert, ...said.polite].join(' ')
    expect(said.alert).toEqual(['Something waits for you.'])
    expect(names.filter((name) => words.includes(name))).toEqual([])
  })
  it('says that the lock is seen', () => {
    expect(announcement(SAMPLES.countdown, SAMPLES.locked).polite).toEqual([
      'The meeting is locked.',
    ])
  })
})

describe('finding people', () => {
  const people = SAMPLES.thirty.people
  it('counts what each filter shows', () => {
    const counts = filterCounts(people)
    for (const filter of PEOPLE_FILTERS)
      expect(findPeople(people, filter, '')).toHaveLength(counts[filter])
    expect(counts).toEqual({ all: 30, problem: 4, here: 28, missing: 2, waiting: 0 })
  })
  it('finds by any words of the name, without accents and in any order', () => {
    const one = { ...SELF, name: 'Zoë Ní Bhriain', shownAs: 'Zo’s iPad' }
    expect(findPeople([one], 'all', '  bhri zoe ')).toEqual([one])
    expect(findPeople([one], 'all', 'ipad')).toEqual([one])
    expect(findPeople([one], 'all', 'zoe smith')).toEqual([])
  })
  it('counts strangers who wait under waiting, and what the teacher must look at under to check', () => {
    const rows = SAMPLES.names.people
    expect(filterCounts(rows)).toEqual({ all: 8, problem: 3, here: 4, missing: 3, waiting: 1 })
    expect(findPeople(rows, 'waiting', '').map((row) => row.name)).toEqual(['Jo Hart'])
    expect(findPeople(rows, 'all', 'sparkle').map((row) => row.name)).toEqual(['Mohammed Rahman'])
  })
  it('finds somebody of the register by what is typed, beginnings first, few at a time', () => {
    const [register] = SAMPLE_REGISTERS
    if (register === undefined) throw new Error('There is no sample register.')
    const one = register.pupils[0]
    if (one === undefined) throw new Error('The sample register is empty.')
    const typed = `${one.lastName.slice(0, 3)} ${one.firstName.slice(0, 2)}`
    expect(someone(register, typed).map((each) => each.personId)).toContain(one.id)
    expect(someone(register, '').length).toBeLessThanOrEqual(8)
    expect(someone(register, 'zzzz')).toEqual([])
    const held = someone(
      {
        ...register,
        pupils: [
          { ...one, id: 'inside', firstName: 'Joanna', lastName: 'Adams', preferredName: '' },
          { ...one, id: 'begins', firstName: 'Anna', lastName: 'Young', preferredName: '' },
        ],
        staff: [],
      },
      'ann',
    )
    expect(held.map((each) => each.personId)).toEqual(['begins', 'inside'])
  })
  it('puts every row under exactly one heading', () => {
    for (const name of ['thirty', 'names', 'arrivals', 'hostile', 'many'] as const) {
      const rows = SAMPLES[name].people
      const entries = grouped(rows)
      expect(entries.filter((e) => e.kind === 'row')).toHaveLength(rows.length)
      const heads = entries.flatMap((e) => (e.kind === 'head' ? [e.group] : []))
      expect(new Set(heads).size).toBe(heads.length)
    }
  })
  it('says "Not here" only of a list that was read in full', () => {
    const heads = (view: PanelView) =>
      grouped(view.people).flatMap((e) => (e.kind === 'head' ? [e.word] : []))
    expect(heads(SAMPLES.thirty)).toContain('Not here')
    expect(heads(SAMPLES.blind)).toContain('Not seen')
    expect(heads(SAMPLES.blind)).not.toContain('Not here')
  })
  it('calls somebody who dropped out missing', () => {
    expect(
      people.filter((row) => row.where === 'dropped').every((row) => fits(row, 'missing')),
    ).toBe(true)
  })
})

describe('prompts', () => {
  it('come worst first, then oldest first', () => {
    const first = inOrder([
      { ...BEDROOM_PROMPT, promptId: 'new notice', severity: 'notice', at: 1 },
      { ...BEDROOM_PROMPT, promptId: 'late act', kind: 'cameraOff', severity: 'act', at: 9 },
      { ...BEDROOM_PROMPT, promptId: 'early act', kind: 'cameraOff', severity: 'act', at: 2 },
      { ...BEDROOM_PROMPT, promptId: 'alarm', kind: 'recording', severity: 'alarm', at: 10 },
      { ...BEDROOM_PROMPT, promptId: 'bedroom', severity: 'act', at: 8 },
    ])
    expect(first.map((p) => p.promptId)).toEqual([
      'alarm',
      'bedroom',
      'early act',
      'late act',
      'new notice',
    ])
  })
})

describe('the lock', () => {
  it('never says locked unless it is', () => {
    for (const sample of Object.values(SAMPLES) as PanelView[]) {
      const { title } = lockWords(sample.lock, sample.timeZone)
      expect(title.startsWith('Locked')).toBe(sample.lock.state === 'locked')
    }
  })
  it('empties the ring from 1 to 0 and stays there', () => {
    expect(partLeft(0, 100, -50)).toBe(1)
    expect(partLeft(0, 100, 0)).toBe(1)
    expect(partLeft(0, 100, 75)).toBe(0.25)
    expect(partLeft(0, 100, 900)).toBe(0)
    expect(partLeft(100, 100, 100)).toBe(0)
  })
})

describe('words', () => {
  it('say done only of what was seen to be done', () => {
    const whys: readonly OutcomeWhy[] = [
      'siteHasNoSuchControl',
      'notAHost',
      'controlNotFound',
      'controlDisabled',
      'notSeenAfterwards',
      'personGone',
      'siteAsksForConfirmation',
      'timedOut',
      'pageGone',
    ]
    expect(outcomeSentence({ result: 'done', steps: [] }, 'Locked.')).toBe('Locked.')
    for (const result of ['guided', 'unavailable'] as const) {
      expect(outcomeSentence({ result, steps: [] }, 'Locked.')).not.toBe('Locked.')
      for (const why of whys)
        expect(outcomeSentence({ result, why, steps: [] }, 'Locked.')).toMatch(/^[A-Z].+\.$/u)
    }
  })
  it('name what is not read in full, worst first', () => {
    expect(shakyTopics(SAMPLES.blind.health)).toEqual([
      'lobby',
      'chat',
      'lock',
      'people',
      'cameras',
    ])
    expect(shakyTopics(SAMPLES.thirty.health)).toEqual([])
  })
  it('open the steps that belong to now', () => {
    expect(phasesOfNow(SAMPLES.before)).toEqual(['before'])
    expect(phasesOfNow(SAMPLES.countdown)).toEqual(['arrival'])
    expect(phasesOfNow(SAMPLES.locked)).toEqual(['during'])
    expect(phasesOfNow(SAMPLES.after)).toEqual(['after'])
  })
})

describe('a concern that begins', () => {
  const all = {
    openedAt: NOW,
    endedAt: NOW + 60_000,
    told: { who: 'Helen Marsh (DSL)', at: NOW + 120_000 },
  }
  it('claims only what happened', () => {
    const bare = concernStart(SAMPLES.thirty, NOW)
    expect(bare).toMatchObject({ about: '', facts: '', words: '', actions: '', told: '' })
    expect(bare.where).toContain('Year 4 Maths, Google Meet abc-defg-hij, begun 10:00')
    expect(concernStart(SAMPLES.thirty, NOW, { openedAt: NOW })).toMatchObject({
      category: 'securityBreach',
      actions: '',
      told: '',
    })
    expect(concernStart(SAMPLES.thirty, NOW, all)).toMatchObject({
      actions: 'I ended the call for everybody at 10:04.',
      told: 'Helen Marsh (DSL)',
      toldTime: '10:05',
      day: '2026-11-09',
      time: '10:03',
    })
  })
  it('has a message for the lead that names no child', () => {
    const said = readyMessage(SAMPLES.thirty, all)
    expect(said).toMatch(/Year 4 Maths, begun 10:00\) at 10:03. I ended the call .* at 10:04/)
    for (const row of SAMPLES.thirty.people.filter((one) => one.kind === 'pupil'))
      expect(said).not.toContain(row.name)
    expect(readyMessage(SAMPLES.thirty, { openedAt: NOW })).toContain('not been ended yet')
  })
  it('does not say that a call goes on whose end was seen', () => {
    const { session } = SAMPLES.thirty
    if (session === undefined) throw new Error('The sample has a lesson.')
    const over = { ...SAMPLES.thirty, session: { ...session, endedForAll: true } }
    const said = readyMessage(over, { openedAt: NOW })
    expect(said).toContain('The call has ended for everyone.')
    expect(said).not.toContain('not been ended yet')
  })
})

describe('a follow-up', () => {
  it('says what, who and by when, as far as that is known', () => {
    const what = 'Phone call home'
    expect(followUpText({ what, who: ' Ms Khan ', by: '2026-11-23' })).toBe(
      'Follow-up: Phone call home, Ms Khan, by 23/11/2026',
    )
    expect(followUpText({ what, who: 'Ms Khan', by: '' })).toBe(
      'Follow-up: Phone call home, Ms Khan',
    )
  })
})
