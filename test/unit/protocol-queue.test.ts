import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Outcome } from '../../lib/meeting/index.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { entryQueue } from '../../lib/protocol/queue.ts'
import type { EntryQueue, Look } from '../../lib/protocol/queue.ts'
import { makeScene } from '../../lib/protocol/scene.ts'
import type { Scene } from '../../lib/protocol/scene.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { currentWalk, missing, unfinished, walksOf } from '../../lib/protocol/walk.ts'
import type { Walk } from '../../lib/protocol/walk.ts'
import { createMatcher } from '../../lib/register/index.ts'
import type { Register } from '../../lib/register/index.ts'
import { fold, foldAll } from '../../lib/session/index.ts'
import type { SessionEvent, SessionEventBody, SessionState } from '../../lib/session/index.ts'
import { pupil, T0, YEAR4 } from '../support/desk.ts'

const DONE: Outcome = { result: 'done', steps: [] }
const CLASS: Register = {
  ...YEAR4,
  pupils: [...YEAR4.pupils, pupil('ben', 'Ben', 'Hart'), pupil('mei', 'Mei', 'Chen')],
}
const EG = packById('ernesford-grange')
const CROSSWAYS = packById('crossways')

/** A lesson told by its events; the queue and the walks as they stand after each. */
class Arrivals {
  readonly events: SessionEvent[] = []
  readonly #register: Register | undefined
  now = T0
  pack: Pack
  constructor(pack: Pack = EG, register: Register | null = CLASS) {
    this.pack = pack
    this.#register = register ?? undefined
    this.add({
      type: 'started',
      sessionId: 's',
      platform: 'meet',
      code: 'c',
      title: '',
      toolVersion: '0',
      timeZone: 'Europe/London',
    })
    this.joins('self', 'Aisha Khan', true)
    this.add({ type: 'health', topic: 'cameras', item: { level: 'complete' } })
  }
  add(body: SessionEventBody): this {
    this.events.push({ ...body, seq: this.events.length, at: this.now })
    return this
  }
  after(ms: number): this {
    this.now += ms
    return this
  }
  knocks(key: string, name: string, late = false): this {
    return this.add({ type: 'knocked', key, name, late })
  }
  joins(id: string, name: string, isSelf = false): this {
    const role = isSelf ? 'host' : 'none'
    return this.add({ type: 'joined', person: { id, name, isSelf, role, decorations: [] } })
  }
  /** Let in: the page shows them in the call, then the row goes, then the outcome is there. */
  admits(key: string, id: string, name: string): this {
    return this.after(1000)
      .joins(id, name)
      .add({ type: 'knockGone', key, name, how: 'admitted' })
      .add({ type: 'command', command: { kind: 'admit', key, name }, outcome: DONE })
  }
  camera(id: string, state: 'on' | 'off'): this {
    const why = state === 'on' ? 'livePicture' : 'videoHidden'
    return this.add({ type: 'camera', id, reading: { state, why } })
  }
  state(): SessionState {
    const state = foldAll(this.events)
    if (state === undefined) throw new Error('no state')
    return state
  }
  scene(): Scene {
    return sceneOf(this.state(), this.pack, this.#register, this.now)
  }
  queue(): EntryQueue {
    return entryQueue(this.scene())
  }
  next(): string | undefined {
    return this.queue().next?.one.knock.name
  }
  look(key: string): Look | undefined {
    return this.queue().all.find((one) => one.one.knock.key === key)?.look
  }
  walks(): readonly Walk[] {
    return walksOf(this.scene())
  }
  walk(): Walk | undefined {
    return currentWalk(this.walks(), this.now)
  }
}

function sceneOf(
  state: SessionState,
  pack: Pack,
  register: Register | undefined,
  now: number,
): Scene {
  const people = [
    ...state.people.map((one) => ({
      key: one.id,
      shown: one.name,
      isSelf: one.isSelf,
      present: one.present,
      where: one.present ? ('inCall' as const) : ('left' as const),
    })),
    ...state.knocks.map((one) => ({
      key: one.key,
      shown: one.name,
      isSelf: false,
      present: false,
      where: 'waiting' as const,
    })),
  ]
  const matches = createMatcher(register).matchAll(people, state.fixes)
  return makeScene({
    state,
    pack,
    matches,
    now,
    ...(register === undefined ? {} : { register }),
  })
}

describe('who is next', () => {
  it('dropped pupils, staff, pupils in order of knocking, families, unknown names', () => {
    const tale = new Arrivals()
    tale.knocks('k0', 'Ben Hart').admits('k0', 'p0', 'Ben Hart')
    tale.after(60_000).add({ type: 'left', id: 'p0' })
    tale.after(1000).knocks('k1', 'iPad (2)')
    tale.after(1000).knocks('k2', 'Mrs Shah')
    tale.after(1000).knocks('k3', 'Mei Chen')
    tale.after(1000).knocks('k4', 'Amelia Potter')
    tale.after(1000).knocks('k5', 'Ben Hart')
    const order = tale.queue().all.map((one) => [one.one.knock.name, one.place])
    expect(order).toEqual([
      ['Ben Hart', 'back'],
      ['Mei Chen', 'pupil'],
      ['Amelia Potter', 'pupil'],
      ['Mrs Shah', 'family'],
      ['iPad (2)', 'unknown'],
    ])
    expect(tale.next()).toBe('Ben Hart')
    expect(tale.look('k1')).toBe('unknownName')
    expect(tale.queue().next?.back).toMatchObject({ until: T0 + 61_000 })
  })

  it('nobody without consent, in look-alike letters, under a name that is here, no bot', () => {
    const tale = new Arrivals()
    tale.knocks('k0', 'Ben Hart').admits('k0', 'p0', 'Ben Hart')
    tale.knocks('zoe', 'Zoë Brown')
    tale.knocks('alike', 'Аmеlia Potter')
    tale.knocks('again', 'Ben Hart')
    tale.knocks('bot', 'Otter.ai Notetaker')
    expect(tale.next()).toBeUndefined()
    expect(['zoe', 'alike', 'again', 'bot'].map((key) => tale.look(key))).toEqual([
      'noConsent',
      'lookAlike',
      'sameName',
      'noteTaker',
    ])
    expect(tale.queue().all).toHaveLength(4)
  })

  it('after the lock: latecomers want a look, a dropped pupil is offered, a moved lock makes nobody late', () => {
    const tale = new Arrivals()
    tale.add({ type: 'lockDeadline', dueAt: T0 + 300_000, by: 'policy' })
    tale.knocks('k0', 'Ben Hart').admits('k0', 'p0', 'Ben Hart')
    tale.after(200_000).add({ type: 'left', id: 'p0' })
    tale.after(200_000).knocks('late', 'Mei Chen', true).knocks('back', 'Ben Hart', true)
    expect(tale.next()).toBe('Ben Hart')
    expect(tale.look('late')).toBe('late')
    tale.add({ type: 'lockDeadline', dueAt: T0 + 900_000, by: 'teacher' })
    expect(tale.look('late')).toBeUndefined()
    // Crossways has no such rule.
    tale.pack = CROSSWAYS
    tale.add({ type: 'lockDeadline', dueAt: T0 + 300_000, by: 'policy' })
    expect(tale.look('late')).toBeUndefined()
  })

  it('somebody left waiting, on the way in, turned away or taken out is listed and not offered', () => {
    const tale = new Arrivals()
    tale.knocks('k1', 'Ben Hart').knocks('k2', 'Mei Chen').knocks('k3', 'Amelia Potter')
    tale.add({ type: 'leftWaiting', key: 'k1', name: 'Ben Hart', why: 'noAdult' })
    const admit = { kind: 'admit', key: 'k2', name: 'Mei Chen' } as const
    tale.add({ type: 'command', command: admit, outcome: DONE })
    expect(tale.next()).toBe('Amelia Potter')
    expect([tale.look('k1'), tale.look('k2')]).toEqual(['leftWaiting', 'onTheWay'])
    expect(tale.queue().all.at(-1)?.one.knock.heldWhy).toBe('noAdult')
    const deny = { kind: 'deny', key: 'k3', name: 'Amelia Potter' } as const
    tale.add({ type: 'command', command: deny, outcome: DONE })
    tale.add({ type: 'knockGone', key: 'k3', name: 'Amelia Potter', how: 'denied' })
    tale.after(5000).knocks('k9', 'Amelia Potter')
    expect(tale.look('k9')).toBe('denied')
    tale.admits('k9', 'p9', 'Amelia Potter')
    const remove = { kind: 'remove', id: 'p9', name: 'Amelia Potter' } as const
    tale.after(5000).add({ type: 'command', command: remove, outcome: DONE })
    tale.add({ type: 'left', id: 'p9' }).after(5000).knocks('k10', 'Amelia Potter')
    expect(tale.look('k10')).toBe('removed')
  })

  it('a failed admit offers the same one again; somebody who is gone is passed over', () => {
    const tale = new Arrivals()
    tale.knocks('k1', 'Ben Hart').after(10).knocks('k2', 'Mei Chen')
    const command = { kind: 'admit', key: 'k1', name: 'Ben Hart' } as const
    tale.after(10).add({ type: 'command', command, outcome: { result: 'guided', steps: [] } })
    expect(tale.next()).toBe('Ben Hart')
    const outcome: Outcome = { result: 'unavailable', steps: [], why: 'personGone' }
    tale.after(10).add({ type: 'command', command, outcome })
    expect(tale.next()).toBe('Mei Chen')
  })

  it('works without a class: in order of knocking', () => {
    const tale = new Arrivals(EG, null)
    tale.knocks('k1', 'Gary').after(10).knocks('k2', 'Amelia Potter')
    expect(tale.queue().all.map((one) => one.one.knock.name)).toEqual(['Gary', 'Amelia Potter'])
    expect(tale.next()).toBe('Gary')
  })
})

describe('the walk of the one who came in', () => {
  it('name by the register, camera by the page, adult by the teacher, each with its time', () => {
    const tale = new Arrivals().knocks('k1', 'Amelia Potter').admits('k1', 'p1', 'Amelia Potter')
    expect(tale.walk()?.steps.map((one) => [one.step, one.is])).toEqual([
      ['name', 'done'],
      ['camera', 'open'],
      ['adult', 'open'],
    ])
    tale.after(3000).camera('p1', 'on')
    expect(missing(tale.walk()?.steps ?? [])).toEqual(['adult'])
    tale.after(3000).add({ type: 'adultSeen', id: 'p1', seen: true })
    const walk = tale.walk()
    expect(walk).toMatchObject({ is: 'complete', completeAt: T0 + 7000 })
    expect(walk?.steps.find((one) => one.step === 'camera')?.at).toBe(T0 + 4000)
    // Its line goes by itself.
    expect(tale.after(25_000).walk()).toBeUndefined()
    // A camera that goes off later is another matter: it was on to enter.
    expect(tale.camera('p1', 'off').walks()[0]?.is).toBe('complete')
  })

  it('asks only what the school asks, and of adults only their name', () => {
    const tale = new Arrivals(CROSSWAYS)
    tale.knocks('k1', 'Amelia Potter').admits('k1', 'p1', 'Amelia Potter')
    expect(tale.walk()?.steps.map((one) => one.step)).toEqual(['name', 'adult'])
    tale.pack = { ...EG, parentPresence: 'none' }
    expect(tale.walk()?.steps.map((one) => one.step)).toEqual(['name', 'camera'])
    tale.pack = EG
    tale.knocks('k2', 'Speech therapist').add({
      type: 'visitorExpected',
      shown: 'Speech therapist',
      note: '',
    })
    tale.admits('k2', 'p2', 'Speech therapist')
    expect(tale.walk()?.steps.map((one) => one.step)).toEqual(['name'])
    tale.knocks('k3', 'Mrs Shah').admits('k3', 'p3', 'Mrs Shah')
    expect(tale.walk()?.steps.map((one) => one.step)).toEqual(['name', 'camera', 'adult'])
    tale.knocks('k4', 'iPad (2)').admits('k4', 'p4', 'iPad (2)')
    expect(tale.walk()?.steps).toEqual([
      { step: 'name', is: 'open' },
      { step: 'camera', is: 'open' },
    ])
  })

  it('asks for no camera while staff have all of them off', () => {
    const allOff = {
      type: 'command',
      command: { kind: 'camerasOffForAll' },
      outcome: DONE,
    } as const
    const tale = new Arrivals().add(allOff).knocks('k1', 'Amelia Potter')
    tale.admits('k1', 'p1', 'Amelia Potter').camera('p1', 'off')
    expect(tale.walk()?.steps).toContainEqual({ step: 'camera', is: 'excused' })
    expect(missing(tale.walk()?.steps ?? [])).toEqual(['adult'])
  })

  it('never holds up the next: the one before is listed as unfinished until it is complete', () => {
    const tale = new Arrivals().knocks('k1', 'Ben Hart').knocks('k2', 'Mei Chen')
    tale.admits('k1', 'p1', 'Ben Hart')
    expect(tale.next()).toBe('Mei Chen')
    tale.admits('k2', 'p2', 'Mei Chen')
    expect(tale.walk()?.entry.id).toBe('p2')
    expect(unfinished(tale.walks()).map((one) => one.entry.id)).toEqual(['p1'])
    tale.camera('p1', 'on').add({ type: 'adultSeen', id: 'p1', seen: true })
    expect(unfinished(tale.walks())).toEqual([])
    tale.add({ type: 'wentOn', id: 'p2', missing: ['camera', 'adult'] })
    expect(tale.walk()).toBeUndefined()
    expect(tale.walks()[1]).toMatchObject({ is: 'passed', entry: { wentOn: { at: tale.now } } })
  })

  it('hold takes out with a reason; the child who knocks again is offered with it', () => {
    const tale = new Arrivals().knocks('k1', 'Ben Hart').admits('k1', 'p1', 'Ben Hart')
    tale.after(60_000).add({ type: 'held', id: 'p1', name: 'Ben Hart', why: 'noAdult' })
    // Only pointed at: still in the call, the walk goes on.
    expect(tale.walk()?.is).toBe('walking')
    const command = { kind: 'remove', id: 'p1', name: 'Ben Hart' } as const
    tale
      .add({ type: 'command', command, outcome: DONE })
      .after(4000)
      .add({ type: 'left', id: 'p1' })
    expect(tale.walks()[0]?.is).toBe('held')
    tale.after(60_000).knocks('k2', 'Ben Hart')
    expect(tale.queue().next).toMatchObject({
      place: 'back',
      back: { until: T0 + 65_000, hold: { why: 'noAdult', result: 'done' } },
    })
    tale.admits('k2', 'p1', 'Ben Hart')
    expect(tale.walk()).toMatchObject({ is: 'walking', entry: { id: 'p1' } })
    expect(tale.walks().map((one) => one.is)).toEqual(['held', 'walking'])
  })
})

describe('in any order of knocks, arrivals, holds and leaves', () => {
  const NAMES = ['Amelia Potter', 'Ben Hart', 'Mrs Shah', 'Zoë Brown', 'iPad (2)', '', 'Mei Chen']
  const who = fc.nat({ max: 6 })
  const step: fc.Arbitrary<(tale: Arrivals) => unknown> = fc.oneof(
    fc.integer({ min: 0, max: 200_000 }).map((ms) => (tale: Arrivals) => tale.after(ms)),
    fc.tuple(who, fc.boolean()).map(
      ([i, late]) =>
        (tale: Arrivals) =>
          tale.knocks(`k${i}`, NAMES[i] ?? '', late),
    ),
    who.map((i) => (tale: Arrivals) => tale.admits(`k${i}`, `p${i}`, NAMES[i] ?? '')),
    who.map((i) => (tale: Arrivals) => tale.joins(`p${i}`, NAMES[i] ?? '')),
    who.map((i) => (tale: Arrivals) => tale.add({ type: 'left', id: `p${i}` })),
    fc.tuple(who, fc.constantFrom('admitted' as const, 'unknown' as const)).map(
      ([i, how]) =>
        (tale: Arrivals) =>
          tale.add({ type: 'knockGone', key: `k${i}`, name: NAMES[i] ?? '', how }),
    ),
    fc.tuple(who, fc.constantFrom('on' as const, 'off' as const)).map(
      ([i, state]) =>
        (tale: Arrivals) =>
          tale.camera(`p${i}`, state),
    ),
    who.map((i) => (tale: Arrivals) => tale.add({ type: 'adultSeen', id: `p${i}`, seen: true })),
    who.map(
      (i) => (tale: Arrivals) =>
        tale.add({ type: 'held', id: `p${i}`, name: NAMES[i] ?? '', why: 'noAdult' }),
    ),
    fc
      .tuple(who, fc.constantFrom('admit' as const, 'deny' as const, 'remove' as const))
      .map(([i, kind]) => (tale: Arrivals) => {
        const name = NAMES[i] ?? ''
        const command =
          kind === 'remove' ? { kind, id: `p${i}`, name } : { kind, key: `k${i}`, name }
        return tale.add({ type: 'command', command, outcome: DONE })
      }),
    who.map(
      (i) => (tale: Arrivals) =>
        tale.add({ type: 'leftWaiting', key: `k${i}`, name: NAMES[i] ?? '' }),
    ),
    who.map(
      (i) => (tale: Arrivals) => tale.add({ type: 'wentOn', id: `p${i}`, missing: ['adult'] }),
    ),
    fc.constant((tale: Arrivals) =>
      tale.add({ type: 'lockDeadline', dueAt: tale.now, by: 'policy' }),
    ),
  )
  const steps = fc.array(step, { maxLength: 30 })

  it('everybody who waits is in the queue once, and nobody else', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const tale = new Arrivals()
        for (const one of all) {
          one(tale)
          const keys = tale.queue().all.map((each) => each.one.knock.key)
          expect(keys.toSorted()).toEqual(
            tale
              .state()
              .knocks.map((each) => each.key)
              .toSorted(),
          )
        }
      }),
      { numRuns: 60 },
    )
  })

  it('the next one may be offered, and nobody is offered after being let in, put off or turned away', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const tale = new Arrivals()
        for (const one of all) one(tale)
        const { next, all: queue } = tale.queue()
        expect(next).toBe(queue.find((each) => each.look === undefined))
        if (next === undefined) return
        const { knock } = next.one
        expect(knock.leftWaitingAt).toBeUndefined()
        const done = tale
          .state()
          .door?.findLast((each) => each.key === knock.key && each.at >= knock.at)
        if (done?.kind === 'admit') expect(done.outcome.result).not.toBe('done')
        // Put off once more, it is never the next.
        tale.add({ type: 'leftWaiting', key: knock.key, name: knock.name })
        expect(tale.queue().next?.one.knock.key).not.toBe(knock.key)
        expect(tale.queue().all).toHaveLength(queue.length)
      }),
      { numRuns: 150 },
    )
  })

  it('a walk never goes back: steps that were there stay, and what has ended does not begin again', () => {
    const RANK = { walking: 0, passed: 1, left: 2, held: 3, complete: 3 } as const
    fc.assert(
      fc.property(steps, (all) => {
        const tale = new Arrivals()
        let before: readonly Walk[] = []
        for (const one of all) {
          one(tale)
          const now = tale.walks()
          expect(now.length).toBeGreaterThanOrEqual(before.length)
          for (const [index, was] of before.entries()) {
            const is = now[index]
            expect(is?.entry.id).toBe(was.entry.id)
            const done = is?.steps.filter((each) => each.is === 'done').map((each) => each.step)
            // A name may become unclear only because somebody else under it has come.
            for (const { step: name, is: state } of was.steps)
              if (state === 'done' && name !== 'name') expect(done).toContain(name)
            if (is !== undefined && was.is !== 'complete')
              expect(RANK[is.is]).toBeGreaterThanOrEqual(RANK[was.is])
          }
          before = now
        }
      }),
      { numRuns: 60 },
    )
  })

  it('replaying gives the same, and an event that comes twice changes nothing', () => {
    fc.assert(
      fc.property(steps, (all) => {
        const tale = new Arrivals()
        for (const one of all) one(tale)
        const again = foldAll(tale.events.flatMap((event) => [event, event]))
        expect(again).toEqual(tale.state())
        expect(fold(tale.state(), tale.events.at(-1) as SessionEvent)).toEqual(tale.state())
      }),
      { numRuns: 60 },
    )
  })
})
