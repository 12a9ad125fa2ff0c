import { describe, expect, it, vi } from 'vitest'
import { PracticeLesson } from '../../lib/desk/practice.ts'
import { isHere } from '../../lib/practice/call.ts'
import {
  AMELIA,
  DEV,
  NIA,
  SAMPLE_CLASS_ID,
  sampleClass,
  TABLET_NAME,
} from '../../lib/practice/people.ts'
import { PLOT } from '../../lib/practice/plot.ts'
import { practiceRules } from '../../lib/practice/rules.ts'
import { recordFile } from '../../lib/record/index.ts'
import { parseRecord } from '../../lib/record/json.ts'
import { registerSchema } from '../../lib/register/schema.ts'
import { parsePackText, formatRules } from '../../lib/protocol/pack.ts'
import type { PromptAnswer } from '../../lib/session/index.ts'

const AT = Date.UTC(2026, 10, 20, 9, 57)

function begin() {
  const lesson = new PracticeLesson({ at: AT, timeZone: 'Europe/London', toolVersion: '0.1.0' })
  const step = (id: string) =>
    vi.waitFor(() => expect(lesson.scene.step.id).toBe(id), { timeout: 30_000, interval: 5 })
  return {
    lesson,
    step,
    async chooseAndJoin() {
      await lesson.ask('chooseClass', { registerId: SAMPLE_CLASS_ID, packId: 'practice' })
      await step('join')
      await lesson.join()
      await step('admit')
    },
    async admit(name: string) {
      const knock = await vi.waitFor(() => {
        const found = lesson.scene.view?.knocks.find((one) => one.name === name)
        if (found === undefined) throw new Error(`${name} does not wait.`)
        return found
      }, 30_000)
      await lesson.ask('perform', { command: { kind: 'admit', key: knock.key, name } })
    },
    async answer(kind: string, answer: PromptAnswer) {
      const prompt = await vi.waitFor(() => {
        const found = lesson.scene.view?.prompts.find((one) => one.kind === kind)
        if (found === undefined) throw new Error(`No prompt of the kind ${kind}.`)
        return found
      }, 30_000)
      await lesson.ask('answerPrompt', { promptId: prompt.promptId, answer })
    },
    /** Lets the clock run, a view after each beat, until the step is reached. */
    async until(id: string, beat = 5_000) {
      for (let n = 0; n < 120 && lesson.scene.step.id !== id; n++) {
        const before = lesson.scene
        await lesson.pass(beat)
        await vi.waitFor(() => expect(lesson.scene.view).not.toBe(before.view), {
          timeout: 30_000,
          interval: 5,
        })
      }
      await step(id)
    },
  }
}

// Views come at most every 100 ms, and a computer may be busy.
describe('the practice lesson', { timeout: 60_000 }, () => {
  it('is played as the coach says, and ends in a real record that says what it is', async () => {
    const { lesson, step, chooseAndJoin, admit, answer, until } = begin()
    await chooseAndJoin()
    await admit('Amelia Potter')
    await step('adult')
    await lesson.ask('adultSeen', { participantId: AMELIA.id, seen: true })
    await step('tablet')
    await answer('unknownPerson', 'later')
    await until('renamed')
    expect(lesson.scene.call.knocks.map((one) => one.name)).toEqual(['Tom Okafor'])
    await admit('Tom Okafor')
    await until('camera')
    await answer('cameraOff', 'askCameraOn')
    await until('room')
    await answer('room', 'askToMove')
    await until('lock', 30_000)
    await answer('lockDue', 'lockNow')
    await step('end')
    await lesson.end()
    await step('record')

    const record = await lesson.record()
    if (record === undefined) throw new Error('There is no record.')
    expect(record.prompts.map(({ kind, answer, by }) => [kind, answer, by])).toEqual(
      expect.arrayContaining([
        ['unknownPerson', 'later', 'teacher'],
        ['cameraOff', 'askCameraOn', 'teacher'],
        ['room', 'askToMove', 'teacher'],
        ['lockDue', 'lockNow', 'teacher'],
      ]),
    )
    // Dev moved to the kitchen: the verdict over time saw it by itself.
    const dev = record.people.find((one) => one.name === 'Dev Shah')
    expect(dev?.rooms.map((one) => one.verdict)).toEqual(
      expect.arrayContaining(['bedroom', 'fine']),
    )
    expect(record.lock.doneAt).toBeDefined()
    expect(record.journal?.check).toBe('intact')
    // Marked wherever somebody may meet it: in the file, and in its name.
    expect(record.className).toBe('Practice (not a real lesson)')
    expect(record.schoolName).toContain('not a real lesson')
    const json = recordFile([record], 'json')
    expect(json.name).toContain('Practice (not a real lesson)')
    expect(parseRecord(json.text)).toHaveProperty('record.code', 'practice')
    expect(recordFile([record], 'csv').text).toContain('Practice (not a real lesson)')
  })

  it('asks for words that are really there: what the coach quotes is a label of the panel', async () => {
    const { lesson, chooseAndJoin, admit, answer, step, until } = begin()
    const labels = () =>
      lesson.scene.view?.prompts.flatMap((one) => one.answers.map((a) => a.label))
    const quoted = (id: string) =>
      [...(PLOT.find((one) => one.id === id)?.what.matchAll(/“([^”]+)”/gu) ?? [])].at(-1)?.[1]
    await chooseAndJoin()
    await admit('Amelia Potter')
    await step('adult')
    await lesson.ask('adultSeen', { participantId: AMELIA.id, seen: true })
    await step('tablet')
    await vi.waitFor(() => expect(labels()).toContain(quoted('tablet')))
    await answer('unknownPerson', 'later')
    await until('renamed')
    await admit('Tom Okafor')
    await until('camera')
    expect(labels()).toContain(quoted('camera'))
    await answer('cameraOff', 'askCameraOn')
    await until('room')
    expect(labels()).toContain(quoted('room'))
    await answer('room', 'looksFine')
    await until('lock', 30_000)
    expect(labels()).toContain(quoted('lock'))
  })

  it('waits for the teacher: the clock stands while it is her turn', async () => {
    const { lesson, step, chooseAndJoin } = begin()
    await chooseAndJoin()
    const { now } = lesson.scene
    await lesson.pass(60_000)
    expect(lesson.scene.now).toBe(now)
    await step('admit')
  })

  it('goes on whatever she decides: sent away, removed, left out, ended early', async () => {
    const { lesson, step, chooseAndJoin, until } = begin()
    await chooseAndJoin()
    const perform = (command: Parameters<typeof lesson.ask<'perform'>>[1]['command']) =>
      lesson.ask('perform', { command })
    const [amelia] = lesson.scene.call.knocks
    await perform({ kind: 'deny', key: amelia?.key ?? '', name: 'Amelia Potter' })
    await step('tablet')
    expect(isHere(lesson.scene.call, AMELIA)).toBe(false)
    lesson.skip()
    await until('renamed')
    lesson.skip()
    await step('others')
    await perform({ kind: 'remove', id: NIA.id, name: NIA.name })
    await until('carries')
    await perform({ kind: 'remove', id: DEV.id, name: DEV.name })
    await until('moves')
    await perform({ kind: 'endForAll' })
    await step('record')
    expect((await lesson.record())?.endReason).toBe('endedForAll')
  })

  it('never does what it can’t: a command about nobody is refused', async () => {
    const { lesson, chooseAndJoin } = begin()
    await chooseAndJoin()
    const outcome = await lesson.ask('perform', {
      command: { kind: 'mute', id: 'nobody', name: 'Nobody' },
    })
    expect(outcome).toEqual({ result: 'unavailable', steps: [], why: 'personGone' })
  })
})

describe('what the practice is made of', () => {
  it('has a class and rules that the product itself would take', () => {
    expect(registerSchema.safeParse(sampleClass(AT)).success).toBe(true)
    expect(parsePackText(formatRules(practiceRules('Europe/Warsaw')))).toHaveProperty(
      'pack.schoolHours.timeZone',
      'Europe/Warsaw',
    )
    expect(sampleClass(AT).pupils.map((one) => one.firstName)).not.toContain(TABLET_NAME)
  })

  it('has a way on from each step', () => {
    expect(new Set(PLOT.map((one) => one.id)).size).toBe(PLOT.length)
    for (const step of PLOT) expect(step.what.length, step.id).toBeLessThan(200)
  })
})
