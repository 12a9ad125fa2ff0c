import { z } from 'zod'
import {
  HEALTH_REASONS,
  LOOKS_FROM,
  MAX_CHAT,
  MAX_NAME,
  MAX_PEOPLE,
  SELF_ROLES,
} from '../meeting/index.ts'
import type { Command, Observation, Outcome } from '../meeting/index.ts'
import { LAST_MOMENT } from '../protocol/time.ts'
import type { PromptAnswer } from '../session/events.ts'
import { EMERGENCY_STEPS, HOLD_REASONS } from '../session/events.ts'
import { ROOM_CLASSES } from '../vision/types.ts'
import { MOST_BACKUP_TEXT, MOST_PASSPHRASE } from '../backup/types.ts'
import { concernDraft } from '../concern/schema.ts'
import type { FromMeetingPort, FromOffscreen, FromPages } from './protocol.ts'
import { MOST_IMPORTED } from '../register/limits.ts'
import { MOST_PACK_TEXT } from '../platforms/judgePack.ts'
import { MOST_REPORT } from '../platforms/report/index.ts'
import { registerSchema } from '../register/schema.ts'
import { schoolSettings } from '../storage/settings.ts'
import { welcomeProgress } from '../welcome/progress.ts'

/** The shapes at the door. What a meeting page sends is bounded as well as typed: a hostile page may send anything of any size. */

const name = z.string().max(MAX_NAME + 1)
const id = z.string().min(1).max(300)
const short = z.string().max(500)
const tri = z.enum(['yes', 'no', 'unknown'])
const onOff = z.enum(['on', 'off', 'unknown'])
const decorations = z.array(z.string().max(100)).max(20)

const healthItem = z.union([
  z.object({ level: z.literal('complete') }),
  z.object({
    level: z.enum(['partial', 'blind']),
    why: z.enum(HEALTH_REASONS),
    detail: short.exactOptional(),
  }),
])

const platform = z.enum(['meet', 'teams'])
const looks = z.object({
  asOf: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  from: z.enum(LOOKS_FROM),
})

const participant = z.object({
  id,
  name,
  isSelf: z.boolean(),
  role: z.enum(['host', 'cohost', 'none', 'unknown']),
  camera: z.object({
    state: onOff,
    why: z.enum([
      'livePicture',
      'noVideoElement',
      'videoHidden',
      'trackEnded',
      'noFramesYet',
      'noTile',
      'ownToggle',
      'cannotTell',
    ]),
  }),
  microphone: onOff,
  presenting: z.boolean(),
  decorations,
  seenIn: z.object({ tile: z.boolean(), list: z.boolean() }),
})

export const observationSchema = z.object({
  platform,
  code: z.string().max(200),
  title: short,
  phase: z.enum(['elsewhere', 'greenRoom', 'waiting', 'inCall', 'ended', 'unknown']),
  endReason: z.enum(['left', 'removed', 'endedForAll', 'denied', 'unknown']).exactOptional(),
  variant: z.string().max(100),
  looks: looks.exactOptional(),
  people: z.array(participant).max(MAX_PEOPLE),
  deviceCount: z.number().int().min(0).max(100_000).exactOptional(),
  self: z.object({
    id: id.exactOptional(),
    name: name.exactOptional(),
    isHost: tri,
    role: z.enum(SELF_ROLES).exactOptional(),
    camera: onOff,
    microphone: onOff,
    presenting: tri,
  }),
  lobby: z.object({
    knocks: z.array(z.object({ key: id, name, decorations })).max(MAX_PEOPLE),
    pending: z.number().int().min(0).max(100_000).exactOptional(),
  }),
  chat: z
    .array(
      z.object({
        id,
        sender: name,
        text: z.string().max(MAX_CHAT + 1),
        timeShown: z.string().max(50),
        own: z.boolean(),
        hasFile: z.boolean(),
      }),
    )
    .max(1000),
  shares: z
    .array(
      z.object({
        mediaId: id,
        ownerId: id.exactOptional(),
        ownerName: name.exactOptional(),
        own: z.boolean(),
      }),
    )
    .max(50),
  notices: z.object({ recording: tri, transcription: tri, noteTaking: tri }),
  access: z.object({
    state: z.enum(['open', 'trusted', 'restricted', 'locked', 'unknown']),
    askToJoin: onOff,
    seenAt: z.enum(['badge', 'panel', 'nowhere']),
    label: short,
  }),
  health: z.object({
    people: healthItem,
    lobby: healthItem,
    cameras: healthItem,
    chat: healthItem,
    lock: healthItem,
  }),
}) satisfies z.ZodType<Observation>

const someone = { id, name }

export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('openPeople') }),
  z.object({ kind: z.literal('rollCall') }),
  z.object({ kind: z.literal('admit'), key: id, name }),
  z.object({ kind: z.literal('deny'), key: id, name }),
  z.object({ kind: z.literal('muteAll') }),
  z.object({ kind: z.literal('mute'), ...someone }),
  z.object({ kind: z.literal('askToUnmute'), ...someone }),
  z.object({ kind: z.literal('micOff'), ...someone }),
  z.object({ kind: z.literal('allowMic'), ...someone }),
  z.object({ kind: z.literal('cameraOff'), ...someone }),
  z.object({ kind: z.literal('allowCamera'), ...someone }),
  z.object({ kind: z.literal('camerasOffForAll') }),
  z.object({ kind: z.literal('camerasOnForAll') }),
  z.object({ kind: z.literal('stopPresenting'), ...someone }),
  z.object({ kind: z.literal('chatOff') }),
  z.object({ kind: z.literal('chatOn') }),
  z.object({ kind: z.literal('remove'), ...someone }),
  z.object({ kind: z.literal('lock') }),
  z.object({ kind: z.literal('unlock') }),
  z.object({ kind: z.literal('endForAll') }),
]) satisfies z.ZodType<Command>

const outcomeSchema = z.object({
  result: z.enum(['done', 'guided', 'unavailable']),
  steps: z
    .array(
      z.object({ step: z.string().max(60), result: z.enum(['done', 'guided', 'unavailable']) }),
    )
    .max(30),
  why: z
    .enum([
      'siteHasNoSuchControl',
      'notAHost',
      'controlNotFound',
      'controlDisabled',
      'controlCovered',
      'controlUnclear',
      'notSeenAfterwards',
      'personGone',
      'siteAsksForConfirmation',
      'timedOut',
      'pageGone',
    ])
    .exactOptional(),
  evidence: short.exactOptional(),
}) satisfies z.ZodType<Outcome>

const answer = z.enum([
  'askToMove',
  'cameraOff',
  'looksFine',
  'later',
  'askCameraOn',
  'lockNow',
  'wait',
  'admit',
  'deny',
  'remove',
  'expected',
  'seen',
  'adultSeen',
  'hold',
  'endCall',
  'reason',
  'dismissed',
  'cleared',
  'withdrawn',
]) satisfies z.ZodType<PromptAnswer>

export const fromMeetingPort = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('observed'),
    observation: observationSchema,
    tabVisible: z.boolean(),
  }),
  z.object({ type: z.literal('performed'), requestId: id, outcome: outcomeSchema }),
  z.object({ type: z.literal('answer'), promptId: id, answer }),
  z.object({
    type: z.literal('inspected'),
    requestId: id,
    inspection: z.object({
      looks,
      hits: z
        .record(z.string().max(60), z.array(z.number().int().min(0).max(1000)).max(12))
        .refine((hits) => Object.keys(hits).length <= 500, 'too many targets'),
      report: z.string().max(MOST_REPORT).exactOptional(),
    }),
  }),
  z.object({
    type: z.literal('queue'),
    answer: z.enum(['admit', 'leaveWaiting', 'adultSeen', 'goOn', 'mute']),
    id,
  }),
  z.object({ type: z.literal('alive') }),
]) satisfies z.ZodType<FromMeetingPort>

const nothing = z.object({}).strict() as z.ZodType<Record<string, never>>
const when = z.number().int().min(0).max(LAST_MOMENT)
const text = z.string().max(5000)

export const fromPages: { readonly [K in keyof FromPages]: z.ZodType<FromPages[K]> } = {
  chooseClass: z.object({ registerId: id, packId: id, plannedStartAt: when.exactOptional() }),
  setPlannedStart: z.object({ startsAt: when }),
  anotherLesson: nothing,
  prepareNext: nothing,
  moveLock: z.object({ dueAt: when }),
  answerPrompt: z.object({ promptId: id, answer, note: text.exactOptional() }),
  perform: z.object({ command: commandSchema }),
  tick: z.object({
    clause: z.string().max(20),
    on: z.boolean(),
    note: text,
    as: z.literal('notApplicable').exactOptional(),
  }),
  adultSeen: z.object({ participantId: id, seen: z.boolean() }),
  fixMatch: z.object({
    shown: name,
    registerPersonId: id,
    id: id.exactOptional(),
    also: z.array(id).max(8).exactOptional(),
  }),
  undoChoice: z.object({ shown: name }),
  leaveWaiting: z.object({ key: id, name, why: z.enum(HOLD_REASONS).exactOptional() }),
  goOn: z.object({ participantId: id }),
  hold: z.object({ participantId: id, why: z.enum(HOLD_REASONS) }),
  expectVisitor: z.object({ shown: name, note: text }),
  addNote: z.object({ about: name, text }),
  emergency: z.object({ step: z.enum(EMERGENCY_STEPS), note: text }),
  setOneToOne: z.object({ on: z.boolean() }),
  saveConcern: z.object({ concern: concernDraft, ref: id.exactOptional() }),
  concerns: nothing,
  deleteConcern: z.object({ ref: id }),
  school: nothing,
  setRoomCheck: z.object({ on: z.boolean() }),
  settings: nothing,
  saveSettings: schoolSettings,
  welcome: nothing,
  saveWelcome: welcomeProgress,
  eraseAll: nothing,
  endSession: nothing,
  saveRegister: z.object({ register: registerSchema }),
  saveImported: z.object({
    registers: z.array(registerSchema).min(1).max(MOST_IMPORTED),
    source: z.string().max(300),
  }),
  importUndos: nothing,
  undoImport: z.object({ registerId: id }),
  deleteRegister: z.object({ registerId: id }),
  registers: nothing,
  sessions: nothing,
  record: z.object({ sessionId: id }),
  knownNames: z.object({ sessionId: id }),
  deleteSession: z.object({ sessionId: id }),
  backUp: z.object({ passphrase: z.string().max(MOST_PASSPHRASE), concerns: z.boolean() }),
  restore: z.object({
    passphrase: z.string().max(MOST_PASSPHRASE),
    text: z.string().max(MOST_BACKUP_TEXT),
  }),
  looks: nothing,
  saveLooks: z.object({
    platform,
    name: z.string().max(300),
    text: z.string().max(MOST_PACK_TEXT),
  }),
  resetLooks: z.object({ platform }),
  looksText: z.object({ platform }),
  inspect: z.object({
    report: z.boolean(),
    tabId: z.number().int().exactOptional(),
    tried: z.object({ platform, text: z.string().max(MOST_PACK_TEXT) }).exactOptional(),
  }),
}

const score = z.number().min(0).max(1)
const reading = z.object({
  scores: z.object(
    Object.fromEntries(ROOM_CLASSES.map((one) => [one, score])) as Record<
      (typeof ROOM_CLASSES)[number],
      typeof score
    >,
  ),
  luma: z.object({ mean: z.number().min(0).max(255), spread: z.number().min(0).max(255) }),
  scene: z.array(z.number()).max(64),
  modelMs: z.number().min(0),
})

export const fromOffscreen: { readonly [K in keyof FromOffscreen]: z.ZodType<FromOffscreen[K]> } = {
  roomReading: z.object({
    tabId: z.number().int(),
    participantId: id,
    isSelf: z.boolean(),
    reading,
  }),
  roomCheckFailed: z.object({
    why: z.enum([
      'noWebGL',
      'noSimd',
      'modelMissing',
      'modelBroken',
      'framesNotCarried',
      'crashed',
    ]),
  }),
}
