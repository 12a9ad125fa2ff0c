import fc from 'fast-check'
import type { SessionEventBody } from '../../lib/session/index.ts'

const id = fc.constantFrom('p1', 'p2', 'p3')
const key = fc.constantFrom('k1', 'k2')

/** Any of the events that change a lesson's state, about a handful of people. */
export function event(): fc.Arbitrary<SessionEventBody> {
  return fc.oneof(
    id.map((one): SessionEventBody => ({
      type: 'joined',
      person: { id: one, name: `Name ${one}`, isSelf: false, role: 'none', decorations: [] },
    })),
    id.map((one): SessionEventBody => ({ type: 'left', id: one })),
    fc
      .tuple(id, fc.string())
      .map(([one, to]): SessionEventBody => ({ type: 'renamed', id: one, from: 'x', to })),
    fc
      .tuple(id, fc.constantFrom('on' as const, 'off' as const))
      .map(([one, state]): SessionEventBody => ({
        type: 'camera',
        id: one,
        reading: { state, why: state === 'on' ? 'livePicture' : 'videoHidden' },
      })),
    key.map((one): SessionEventBody => ({ type: 'knocked', key: one, name: one, late: false })),
    key.map((one): SessionEventBody => ({
      type: 'knockGone',
      key: one,
      name: one,
      how: 'unknown',
    })),
    fc.constantFrom('open' as const, 'restricted' as const).map((state): SessionEventBody => ({
      type: 'access',
      access: { state, askToJoin: state === 'open' ? 'on' : 'off', seenAt: 'badge', label: '' },
    })),
    id.map((one): SessionEventBody => ({
      type: 'room',
      id: one,
      verdict: 'bedroom',
      confidence: 0.8,
      readings: 4,
    })),
    id.map((one): SessionEventBody => ({
      type: 'prompted',
      promptId: `room:${one}`,
      kind: 'room',
      about: [one],
      clauses: [],
    })),
    id.map((one): SessionEventBody => ({
      type: 'answered',
      promptId: `room:${one}`,
      answer: 'cameraOff',
      by: 'teacher',
    })),
    id.map((one): SessionEventBody => ({ type: 'held', id: one, name: one, why: 'noAdult' })),
    id.map((one): SessionEventBody => ({ type: 'wentOn', id: one, missing: ['camera'] })),
    fc.constant<SessionEventBody>({ type: 'proofOfLife' }),
  )
}
