import type { FromPages, SessionSummary } from '../../lib/bus/protocol.ts'
import type { Concern } from '../../lib/concern/types.ts'
import { schoolOf } from '../../lib/desk/school.ts'
import type { LessonRecord } from '../../lib/record/index.ts'
import { PACKS } from '../../lib/protocol/packs/index.ts'
import { UNDO_DAYS, type ImportUndo } from '../../lib/desk/shelf.ts'
import type { BackupMade, Restored } from '../../lib/backup/types.ts'
import type { Register } from '../../lib/register/index.ts'
import { knownNames } from '../../lib/record/index.ts'
import { WELCOME_STEPS } from '../../lib/welcome/progress.ts'
import type { WelcomeProgress } from '../../lib/welcome/progress.ts'
import { InWords } from '../../lib/words/inWords.ts'
import type { Ask } from '../ui/ask.ts'
import { ownZone } from '../ui/time.ts'
import { NOW } from './sampleClock.ts'
import { SAMPLE_CONCERN } from './sampleConcern.ts'
import { SAMPLE_REGISTERS, SAMPLE_SESSIONS, SAMPLE_SETTINGS } from './sampleData.ts'
import { SAMPLE_INSPECTED, SAMPLE_LOOKS, SAMPLE_REPORT } from './sampleLooks.ts'
import { SAMPLE_RECORDS } from './sampleRecords.ts'

const WRONG = 'The passphrase does not fit this backup, or the file was changed.'

type Asked = {
  [K in keyof FromPages]: { readonly kind: K; readonly payload: FromPages[K] }
}[keyof FromPages]

/** What was asked, newest last: the checks read it. */
export const ASKED: Asked[] = []

let registers = SAMPLE_REGISTERS
let undos: readonly (ImportUndo & { readonly kept: Register })[] = []
let sessions = SAMPLE_SESSIONS
let settings = SAMPLE_SETTINGS
let looks = SAMPLE_LOOKS
/** `?state=register`: the welcome page at that step; with `&fresh`, nothing is there yet. */
const query = new URLSearchParams(location.search)
const stepAsked = WELCOME_STEPS.find((step) => step === query.get('state'))
let welcome: WelcomeProgress = {
  opened: true,
  at: stepAsked ?? 'rules',
  done: stepAsked === undefined ? [] : WELCOME_STEPS.slice(0, WELCOME_STEPS.indexOf(stepAsked)),
}
if (query.has('fresh')) {
  registers = []
  sessions = []
}
/** With `&damaged`: one more lesson, whose journal is damaged and which is deleted in some days. */
if (query.has('damaged'))
  sessions = [
    ...sessions,
    {
      sessionId: 'damaged',
      className: 'Year 4 Maths',
      platform: 'teams',
      code: '19:meeting_NDQ5YTk2ZjQt@thread.v2',
      timeZone: ownZone(),
      startedAt: NOW - 356 * 86_400_000,
      endedAt: NOW - 356 * 86_400_000 + 50 * 60_000,
      deleteAt: NOW + 9 * 86_400_000,
      interrupted: true,
      people: 31,
    },
  ]
let concerns: readonly Concern[] = [SAMPLE_CONCERN]

/** `?lesson=y4`: a lesson runs with that class. */
const LESSON = new URLSearchParams(location.search).get('lesson')
const RUNNING: SessionSummary = {
  sessionId: 'running',
  className: 'Year 4 Maths',
  platform: 'meet',
  code: 'abc-defg-hij',
  timeZone: ownZone(),
  startedAt: NOW,
  interrupted: false,
  people: 6,
}

/** `?state=given`: the record that comes with the event "gallery:record", for the bench. */
function given(): Promise<LessonRecord> {
  return new Promise((resolve) => {
    // Who sends it waits for this.
    document.documentElement.dataset['waits'] = 'record'
    document.addEventListener(
      'gallery:record',
      (event) => resolve((event as CustomEvent<LessonRecord>).detail),
      { once: true },
    )
  })
}

/** A background that agrees to everything and keeps the sample school in memory. */
function answer(asked: Asked): unknown {
  switch (asked.kind) {
    case 'perform':
    case 'hold':
      return { result: 'guided', steps: [] }
    case 'looks':
      return looks
    case 'saveLooks': {
      const { platform, name } = asked.payload
      looks = looks.map((site) =>
        site.platform === platform
          ? { ...site, used: { asOf: '2026-12-01', from: 'file', name, loadedAt: NOW }, unused: [] }
          : site,
      )
      return looks
    }
    case 'resetLooks':
      looks = looks.map((site) =>
        site.platform === asked.payload.platform
          ? { ...site, used: { asOf: site.shippedAsOf, from: 'shipped' }, unused: [] }
          : site,
      )
      return looks
    case 'looksText':
      return '{}\n'
    case 'inspect':
      return asked.payload.report
        ? { ...SAMPLE_INSPECTED, report: SAMPLE_REPORT }
        : SAMPLE_INSPECTED
    case 'registers':
      return registers
    case 'saveRegister': {
      const { register } = asked.payload
      registers = [...registers.filter((one) => one.id !== register.id), register]
      return null
    }
    case 'saveImported': {
      const { registers: imported, source } = asked.payload
      const ids = imported.map((one) => one.id)
      const made = imported.map((register) => ({
        registerId: register.id,
        source,
        at: NOW,
        keptUntil: NOW + UNDO_DAYS * 86_400_000,
        undone: false,
        kept: registers.find((one) => one.id === register.id) ?? { ...register, pupils: [] },
      }))
      undos = [...undos.filter((one) => !ids.includes(one.registerId)), ...made]
      registers = [...registers.filter((one) => !ids.includes(one.id)), ...imported]
      return null
    }
    case 'importUndos':
      return undos.map(({ kept: _, ...undo }) => undo)
    case 'undoImport': {
      const { registerId } = asked.payload
      const undo = undos.find((one) => one.registerId === registerId)
      const present = registers.find((one) => one.id === registerId)
      if (undo === undefined || present === undefined) return null
      registers = [...registers.filter((one) => one.id !== registerId), undo.kept]
      undos = [
        ...undos.filter((one) => one !== undo),
        { ...undo, kept: present, undone: !undo.undone },
      ]
      return null
    }
    case 'deleteRegister': {
      const { registerId } = asked.payload
      registers = registers.filter((one) => one.id !== registerId)
      return null
    }
    case 'sessions':
      return LESSON === null ? sessions : [{ ...RUNNING, registerId: LESSON }, ...sessions]
    case 'deleteSession': {
      const { sessionId } = asked.payload
      sessions = sessions.filter((one) => one.sessionId !== sessionId)
      return null
    }
    case 'record':
      if (asked.payload.sessionId === 'given') return given()
      return SAMPLE_RECORDS.find((one) => one.sessionId === asked.payload.sessionId)
    case 'knownNames':
      return knownNames({ register: SAMPLE_REGISTERS[0], contacts: settings.dsl })
    case 'backUp':
      return {
        text: '{"format":"lesson-steward/backup"}\n',
        lessons: sessions.length,
        classes: registers.length,
        concerns: asked.payload.concerns ? concerns.length : 0,
        concernsLeft: asked.payload.concerns ? 0 : concerns.length,
        looks: 0,
        running: 0,
      } satisfies BackupMade
    case 'restore':
      if (asked.payload.passphrase === 'wrong') throw new InWords(WRONG)
      return {
        lessons: {
          added: 12,
          extended: 1,
          alreadyHere: 2,
          differ: 0,
          expired: 3,
          unreadable: 0,
          lacking: 1,
          entries: 3,
        },
        classes: {
          added: 1,
          replaced: 0,
          alreadyHere: 1,
          lost: { pupils: 0, sets: [] },
          unreadable: 0,
        },
        concerns: {
          added: 2,
          alreadyHere: 0,
          differ: ['C-20261109-1041-1'],
          expired: 0,
          unreadable: 0,
        },
        looks: { meet: 'taken' },
        settings: 'kept',
      } satisfies Restored
    case 'welcome':
      return welcome
    case 'saveWelcome':
      welcome = asked.payload
      return null
    case 'settings':
      return settings
    case 'saveSettings':
      settings = asked.payload
      return null
    case 'school': {
      const pack = new URLSearchParams(location.search).has('schoolset')
        ? { policyPack: JSON.stringify(PACKS[1]), retentionDays: 180 }
        : {}
      return schoolOf(settings, pack)
    }
    case 'concerns':
      return concerns
    case 'saveConcern': {
      const { concern, ref = `C-20261109-1003-${concerns.length + 1}` } = asked.payload
      const kept: Concern = { ...concern, ref, at: NOW }
      concerns = [kept, ...concerns.filter((one) => one.ref !== ref)]
      return kept
    }
    case 'deleteConcern': {
      const { ref } = asked.payload
      concerns = concerns.filter((one) => one.ref !== ref)
      return null
    }
    case 'eraseAll':
      registers = []
      sessions = []
      return null
    default:
      return null
  }
}

export const fakeAsk = (async (kind: keyof FromPages, payload: unknown) => {
  const asked = { kind, payload } as Asked
  ASKED.push(asked)
  // A copy each time, as a message would be.
  return structuredClone(await answer(asked))
}) as Ask
