import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toCsv } from '../../lib/record/csv.ts'
import { toEventsCsv } from '../../lib/record/eventsCsv.ts'
import { parseRecord, toJson } from '../../lib/record/json.ts'
import type { LessonRecord } from '../../lib/record/types.ts'
import type { Register } from '../../lib/register/index.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { leakedWords, secretsOf } from '../support/roster.ts'
import { setStage } from './support/browser.ts'
import type { Stage } from './support/browser.ts'
import { demoClass } from './support/class.ts'
import { textsOfPage } from './support/heap.ts'
import { answerPrompt, beginLesson, recordOf } from './support/lesson.ts'
import type { RunningLesson } from './support/lesson.ts'
import { ask, waitForView } from './support/panel.ts'

/**
 * Who is really here, in one lesson of the simulated call: each way in which a name can be wrong is shown in the panel with words
 * of its own, answered by a click of the teacher in the panel, and stands in the record with its time.
 */
describe('names in a lesson', () => {
  let stage: Stage
  let lesson: RunningLesson
  let register: Register
  const shownOnPage = new Set<string>(['You'])

  beforeAll(async () => {
    stage = await setStage()
    lesson = await beginLesson(stage, { params: { video: 'canvas' }, code: 'nam-eses-abc' })
    register = await demoClass()
    // One full look at the panel: the people list of the call is read from here on.
    await lesson.sim.openPanel('people')
  })
  afterAll(async () => {
    await stage?.close()
  })

  const join = async (name: string, more: { external?: boolean } = {}): Promise<string> => {
    shownOnPage.add(name)
    return lesson.sim.join({ name, room: 'living', ...more })
  }
  const rename = async (id: string, name: string): Promise<void> => {
    shownOnPage.add(name)
    await lesson.sim.rename(id, name)
  }
  const promptOf = (view: PanelView, kind: string, about: string) =>
    view.prompts.find((one) => one.kind === kind && one.about.includes(about))
  const prompted = async (kind: string, about: string) => {
    const view = await waitForView(
      lesson.panel,
      `the prompt “${kind}”`,
      (one) => promptOf(one, kind, about) !== undefined,
    )
    const prompt = promptOf(view, kind, about)
    if (prompt === undefined) throw new Error('The prompt is gone again.')
    return prompt
  }
  const rowOf = async (
    id: string,
    what: string,
    wanted: (row: PanelView['people'][number]) => boolean,
  ) => {
    const view = await waitForView(lesson.panel, what, (one) =>
      one.people.some((row) => row.participantId === id && wanted(row)),
    )
    const row = view.people.find((one) => one.participantId === id)
    if (row === undefined) throw new Error('The row is gone again.')
    return row
  }
  const record = async (): Promise<LessonRecord> => {
    const view = await waitForView(lesson.panel, 'the lesson', (one) => one.session !== undefined)
    return recordOf(lesson.panel, view.session?.sessionId ?? '')
  }
  const gone = (promptId: string) =>
    waitForView(lesson.panel, 'the answer', (view) =>
      view.prompts.every((one) => one.promptId !== promptId),
    )
  const answered = async (kind: string, label: string, about: string) => {
    const prompt = await prompted(kind, about)
    await answerPrompt(lesson.panel, prompt.title, label)
    await gone(prompt.promptId)
    return prompt
  }
  /** Opens somebody's row in the register and types or clicks there. */
  const inRow = async (name: string, click: string): Promise<void> => {
    const { panel } = lesson
    await panel.bringToFront()
    await panel.waitForFunction(
      (wanted, label) => {
        const line = [...document.querySelectorAll<HTMLElement>('.person')].find(
          (one) => one.querySelector('.person-name')?.textContent === wanted,
        )
        const head = line?.querySelector<HTMLButtonElement>('.person-line')
        if (line === undefined || head === null || head === undefined) return false
        if (head.getAttribute('aria-expanded') !== 'true') {
          head.click()
          return false
        }
        const button = [...line.querySelectorAll('button')].find((one) => one.textContent === label)
        if (button === undefined || button.disabled) return false
        button.click()
        return true
      },
      { polling: 200, timeout: 30_000 },
      name,
      click,
    )
  }

  it('an unknown name is shown, and known on one click as a visitor with a note', async () => {
    const id = await join('Jo Hart')
    const prompt = await prompted('unknownPerson', id)
    expect(prompt.title).toBe('Jo Hart is not on the register')
    const row = await rowOf(id, 'the stranger', (one) => one.kind === 'unknown')
    expect(row.explained?.next).not.toBe('')
    await inRow('Jo Hart', 'Choose from the register')
    await lesson.panel.keyboard.press('Escape')
    const note = await lesson.panel.waitForSelector(
      '.person-open input[placeholder="e.g. speech therapist"]',
    )
    await note?.type('speech therapist')
    await lesson.panel.keyboard.press('Enter')
    await rowOf(id, 'the visitor', (one) => one.tone !== 'check' || one.said !== undefined)
    await gone(prompt.promptId)
    const made = await record()
    expect(made.choices?.at(-1)).toMatchObject({
      shown: 'Jo Hart',
      what: 'visitor',
      note: 'speech therapist',
    })
    expect(toCsv(made)).toContain('"Visitor, expected: speech therapist"')
  })

  it('a device name is a child by typing on the keyboard alone, and is taken back', async () => {
    const id = await join('iPad (2)')
    await rowOf(id, 'the device', (one) => one.kind === 'notAName')
    await inRow('iPad (2)', 'Choose from the register')
    await lesson.panel.waitForSelector('.person-open [role="combobox"]')
    await lesson.panel.waitForFunction(
      () => document.activeElement?.getAttribute('role') === 'combobox',
    )
    const mei = register.pupils.find((one) => one.firstName === 'Mei')
    await lesson.panel.keyboard.type('mei')
    await lesson.panel.waitForSelector('.person-open [role="option"]')
    await lesson.panel.keyboard.press('Enter')
    const row = await rowOf(id, 'the child', (one) => one.kind === 'pupil')
    expect(row.name).toContain('Mei')
    const saved = await ask(lesson.panel, 'registers', {})
    const aliases = () =>
      saved.flatMap((one) => one.pupils).find((one) => one.id === mei?.id)?.aliases
    expect(aliases()).toContain('iPad (2)')
    await inRow(row.name, 'Undo')
    await rowOf(id, 'the device again', (one) => one.kind === 'notAName')
    const after = await ask(lesson.panel, 'registers', {})
    expect(after.flatMap((one) => one.pupils).some((one) => one.aliases.includes('iPad (2)'))).toBe(
      false,
    )
    expect(
      (await record()).choices?.find((one) => one.shown === 'iPad (2)')?.undoneAt,
    ).toBeGreaterThan(0)
    await lesson.sim.leave(id)
  })

  it('letters that only look like a child’s name are an alarm', async () => {
    const id = await join('Аmеlia Potter')
    const prompt = await prompted('unknownPerson', id)
    expect(prompt).toMatchObject({ severity: 'alarm' })
    expect(prompt.title).toContain('only looks like a name on your register')
    await answerPrompt(lesson.panel, prompt.title, 'Remove')
    await waitForView(lesson.panel, 'nobody in look-alike letters', (view) =>
      view.people.every((row) => row.participantId !== id || row.where !== 'inCall'),
    ).catch(async () => {
      // The site asks the teacher to confirm: the guest goes by her click there.
      await lesson.sim.leave(id)
    })
    expect(
      (await record()).prompts.find((one) => one.about.includes('Аmеlia Potter')),
    ).toMatchObject({
      answer: 'remove',
      by: 'teacher',
    })
  })

  it('a parent’s name is the child’s, with the relation', async () => {
    const id = await join('Priya Shah')
    const row = await rowOf(id, 'the mother', (one) => one.kind === 'guardian')
    expect(row.name).toBe('Dev Shah')
    expect(row.chips.map((one) => one.text).join(' ')).toMatch(/of Dev Shah/)
    expect(row.explained?.summary).toContain('Dev Shah')
    const made = await record()
    expect(made.people.find((one) => one.name === 'Dev Shah')).toMatchObject({
      kind: 'guardian',
      shown: ['Priya Shah'],
    })
  })

  it('a change of name after coming in is shown with old, new and when', async () => {
    const id = await join('Noah Wright')
    await rowOf(id, 'the boy', (one) => one.where === 'inCall')
    await rename(id, 'Captain Nobody')
    const prompt = await answered('renamed', 'I know who it is', id)
    expect(prompt.title).toBe('Noah Wright is now called Captain Nobody')
    expect(prompt.body).toMatch(/at \d\d:\d\d/)
    const made = await record()
    expect(made.people.flatMap((one) => one.renames)).toContainEqual(
      expect.objectContaining({ from: 'Noah Wright', to: 'Captain Nobody' }),
    )
    expect(toCsv(made)).toContain('Noah Wright → Captain Nobody')
    await lesson.sim.leave(id)
  })

  it('a copy of a name that is here is told from the child, and only the copy is sent out', async () => {
    const child = await join('Amelia Potter')
    const copy = await join('Gary')
    await rowOf(child, 'Amelia', (one) => one.kind === 'pupil')
    await rowOf(copy, 'Gary', (one) => one.where === 'inCall')
    await rename(copy, 'Amelia Potter')
    const prompt = await answered('duplicateName', 'Remove the copy', copy)
    expect(prompt).toMatchObject({ severity: 'alarm' })
    expect(prompt.title).toBe('Gary now shows the name Amelia Potter, who is already here')
    const still = await lesson.sim.state()
    expect(still.people.some((one) => one.id === child)).toBe(true)
    if (still.people.some((one) => one.id === copy)) await lesson.sim.leave(copy)
    const made = await record()
    expect(
      made.people
        .filter((one) => one.shown.includes('Amelia Potter'))
        .map((one) => one.kind)
        .toSorted(),
    ).toEqual(['duplicate', 'pupil'])
    expect(toEventsCsv(made)).toContain('Gary → Amelia Potter')
  })

  it('a second device of the same child has words of its own and becomes one child', async () => {
    const tablet = await join('Amelia P')
    const prompt = await answered('duplicateName', 'Two devices, one child', tablet)
    expect(prompt.title).toBe('Amelia Potter may be here on two devices')
    expect(prompt.answers.map((one) => one.answer)).not.toContain('remove')
    const made = await record()
    expect(
      made.people.filter((one) => one.kind === 'pupil' && one.name === 'Amelia Potter'),
    ).toHaveLength(1)
    await lesson.sim.leave(tablet)
  })

  it('a name that is taken after its owner has left is an alarm with both times', async () => {
    const here = await lesson.sim.state()
    const child = here.people.find((one) => one.name === 'Amelia Potter')?.id ?? ''
    const taker = await join('Barry')
    await rowOf(taker, 'Barry', (one) => one.where === 'inCall')
    await lesson.sim.leave(child)
    await waitForView(lesson.panel, 'Amelia gone', (view) =>
      view.people.every((row) => row.participantId !== child),
    )
    await rename(taker, 'Amelia Potter')
    const prompt = await answered('renamed', 'Remove', taker)
    expect(prompt).toMatchObject({ severity: 'alarm' })
    expect(prompt.title).toMatch(/^Barry now shows the name Amelia Potter, who left at \d\d:\d\d$/)
    if ((await lesson.sim.state()).people.some((one) => one.id === taker))
      await lesson.sim.leave(taker)
    const made = await record()
    const rows = made.people.filter((one) => one.shown.includes('Amelia Potter'))
    expect(rows.find((one) => one.shown.includes('Barry'))?.kind).toBe('duplicate')
  })

  it('two children behind one device are both here once the teacher says so', async () => {
    const [one, two] = register.pupils.filter((pupil) => ['Grace', 'Leo'].includes(pupil.firstName))
    const name = `${one?.firstName ?? ''} & ${two?.firstName ?? ''}`
    const id = await join(name)
    const prompt = await answered('unknownPerson', 'All of them are here', id)
    expect(prompt.title).toBe(`${name}: more than one child on one device?`)
    await rowOf(id, 'both', (row) => row.name.includes(' and '))
    const made = await record()
    for (const pupil of [one, two])
      expect(made.people.find((person) => person.personId === pupil?.id)).toMatchObject({
        kind: 'pupil',
        shown: [name],
      })
    await lesson.sim.leave(id)
  })

  it('a note-taking bot is named, and sent out', async () => {
    const id = await join('Otter.ai')
    const prompt = await answered('noteTaker', 'Remove', id)
    expect(prompt.title).toContain('note-taking bot')
    const row = (await record()).people.find((one) => one.name === 'Otter.ai')
    expect(row?.kind).toBe('noteTaker')
    if ((await lesson.sim.state()).people.some((one) => one.id === id)) await lesson.sim.leave(id)
  })

  it('somebody is left waiting, with the time in the record', async () => {
    shownOnPage.add('Mystery Guest')
    const key = await lesson.sim.knock({ name: 'Mystery Guest', room: 'living' })
    expect(key).not.toBeNull()
    await lesson.sim.openPanel('people')
    await waitForView(lesson.panel, 'the knock', (view) => view.knocks.length > 0)
    await lesson.panel.bringToFront()
    await lesson.panel.waitForFunction(
      () => {
        const button = [...document.querySelectorAll<HTMLButtonElement>('.knock button')].find(
          (one) => one.textContent === 'Leave waiting' && !one.disabled,
        )
        // Somebody who is not known stands in a line that opens to what can be done.
        if (button === undefined)
          document.querySelector<HTMLElement>('.knock [aria-expanded="false"]')?.click()
        button?.click()
        return button !== undefined
      },
      { polling: 200, timeout: 30_000 },
    )
    await waitForView(
      lesson.panel,
      'left waiting',
      (view) => view.knocks[0]?.leftWaitingAt !== undefined,
    )
    const made = await record()
    expect(made.knocks.at(-1)).toMatchObject({
      name: 'Mystery Guest',
      leftWaitingAt: expect.any(Number),
    })
    expect(toEventsCsv(made)).toContain('Left waiting by the teacher')
    const read = parseRecord(toJson(made))
    expect('record' in read).toBe(true)
  })

  it('the register never was in the memory of the meeting page, and one planted name would be found', async () => {
    const { meeting } = lesson
    if (!shownOnPage.has('Priya Shah')) await join('Priya Shah')
    // The call's own title and the teacher's own name are the page's, not the register's.
    const self = (await lesson.sim.state()).people.find((one) => one.self)?.name ?? ''
    const words = secretsOf(register, [...shownOnPage, self, register.name])
    // "Green" is a colour in every page's own code: of her the whole name is looked for, as of everybody.
    const wholeNames = register.pupils
      .map((one) => `${one.firstName} ${one.lastName}`)
      .filter((name) => !shownOnPage.has(name))
    const secrets = [...words.filter((word) => word !== 'Green'), ...wholeNames]
    expect(secrets.length).toBeGreaterThan(20)
    const before = await textsOfPage(meeting)
    // The page shows this name, so it must be found: the search is a search.
    expect(leakedWords(before, ['Priya Shah'])).toEqual(['Priya Shah'])
    expect(leakedWords(before, secrets)).toEqual([])
    const [planted = ''] = secrets
    const session = await meeting.createCDPSession()
    const contexts: { id: number; name: string }[] = []
    session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
    await session.send('Runtime.enable')
    const ours = contexts.find((context) => context.name === 'Lesson Steward')
    expect(ours).toBeDefined()
    // Turned round on the way in, so that the name itself is nowhere but in the memory it is put into.
    const turned = JSON.stringify([...planted].reverse().join(''))
    await session.send('Runtime.evaluate', {
      contextId: ours?.id ?? 0,
      expression: `globalThis.planted = { deep: [[...${turned}].reverse().join('')] }; 0`,
    })
    expect(leakedWords(await textsOfPage(meeting), secrets)).toEqual([planted])
    await session.detach()
  })
})
