import type { FromOffscreen, RoomCheckFailure } from '../bus/protocol.ts'
import type { RoomClassifier } from './classifier.ts'
import { lostItsPicture, toOffscreen } from './messages.ts'
import type { ToSampler, Wire } from './messages.ts'
import { release } from './picture.ts'
import type { Picture } from './picture.ts'
import { SCENE_CHANGED, sceneDistance } from './scene.ts'
import type { RoomReading } from './types.ts'
import { worthAnotherLook } from './worth.ts'

/**
 * The offscreen page's end of the frames port: looks at one picture at a time, holds the reading until the meeting page has
 * confirmed that the tile still shows the same person, and only then passes it to the background. Pictures are released
 * at once; nothing of them is kept but the last brightness grid per participant, in memory, bounded.
 *
 * A participant's looks show the model the picture and its mirror image in turn. What it takes for a bed on one side it may not
 * take for one on the other: the verdict, which is near the mean of its readings, is then that of both at no further cost.
 */
export interface ReceiverParts {
  /** Resolves to the classifier or to why there is none; never rejects. */
  readonly classifier: Promise<RoomClassifier | { readonly failed: RoomCheckFailure }>
  readonly tell: <K extends keyof FromOffscreen>(
    kind: K,
    payload: FromOffscreen[K],
  ) => Promise<void>
}

export interface FrameReceiver {
  /** A port whose sender was proven to be the meeting page in this tab. */
  accept(wire: Wire, tabId: number): void
}

/** A model that fails this often in a row is taken to be broken for good. */
const MAX_CRASHES = 3
const MAX_KNOWN = 600

interface Held {
  readonly id: number
  readonly tabId: number
  readonly participantId: string
  readonly isSelf: boolean
  readonly mirrored: boolean
  readonly reading: RoomReading
}

/** The last look at a participant that counted. */
interface Last {
  readonly grid: readonly number[]
  readonly mirrored: boolean
}

export function createFrameReceiver({ classifier, tell }: ReceiverParts): FrameReceiver {
  const known = new Map<string, Last>()
  const wires = new Set<Wire>()
  let crashes = 0
  let failed: RoomCheckFailure | undefined

  function fail(why: RoomCheckFailure): void {
    if (failed !== undefined) return
    failed = why
    for (const wire of wires) post(wire, { type: 'failed', why })
    tellSafely('roomCheckFailed', { why })
  }

  /** The background may be restarting; a lost reading is followed by the next one, a failure is told again on connect. */
  function tellSafely<K extends keyof FromOffscreen>(kind: K, payload: FromOffscreen[K]): void {
    tell(kind, payload).catch((problem: unknown) =>
      console.warn(`The background did not take "${kind}".`, problem),
    )
  }

  function changedSince(key: string, grid: readonly number[]): boolean {
    const before = known.get(key)?.grid
    return before !== undefined && sceneDistance(before, grid) >= SCENE_CHANGED
  }

  /** Only for a reading that was kept: that of a re-used tile shows somebody else's room. */
  function remember(key: string, last: Last): void {
    known.delete(key)
    known.set(key, last)
    const oldest = known.keys().next()
    if (known.size > MAX_KNOWN && oldest.done !== true) known.delete(oldest.value)
  }

  function look(
    model: RoomClassifier,
    picture: Picture,
    mirrored: boolean,
  ): RoomReading | 'noPicture' | undefined {
    try {
      const reading = model.classify(picture, mirrored)
      crashes = 0
      return reading
    } catch (problem) {
      crashes += 1
      console.warn('A picture could not be looked at.', problem)
      if (crashes >= MAX_CRASHES) fail('crashed')
      return undefined
    } finally {
      release(picture)
    }
  }

  async function serve(wire: Wire, tabId: number): Promise<void> {
    let model: RoomClassifier | undefined
    let held: Held | undefined
    let gone = false
    wire.onDisconnect.addListener(() => {
      gone = true
      held = undefined
      wires.delete(wire)
    })
    wire.onMessage.addListener((message) => {
      if (lostItsPicture(message)) {
        fail('framesNotCarried')
        return
      }
      const parsed = toOffscreen.safeParse(message)
      if (!parsed.success) return
      const told = parsed.data
      if (told.type === 'frame') {
        held = undefined
        const reply = (answer: ToSampler) => post(wire, answer)
        if (model === undefined || failed !== undefined) {
          release(told.picture)
          reply(
            failed === undefined
              ? { type: 'refused', id: told.id, why: 'busy' }
              : { type: 'failed', why: failed },
          )
          return
        }
        const { id, participantId, isSelf } = told
        const mirrored = known.get(keyOf({ tabId, participantId }))?.mirrored === false
        const reading = look(model, told.picture, mirrored)
        if (reading === undefined || reading === 'noPicture') {
          reply({ type: 'refused', id, why: 'noPicture' })
          return
        }
        held = { id, tabId, participantId, isSelf, mirrored, reading }
        reply({
          type: 'read',
          id,
          sceneChanged: changedSince(keyOf(held), reading.scene),
          again: worthAnotherLook(reading),
        })
      } else if (held?.id === told.id) {
        const { id: _id, mirrored, ...kept } = held
        if (told.type === 'keep') {
          remember(keyOf(held), { grid: held.reading.scene, mirrored })
          tellSafely('roomReading', kept)
        }
        held = undefined
      }
    })
    const made = await classifier
    if ('failed' in made) failed ??= made.failed
    else model = made
    if (gone) return
    if (failed !== undefined) {
      post(wire, { type: 'failed', why: failed })
      tellSafely('roomCheckFailed', { why: failed })
    } else post(wire, { type: 'ready' })
  }

  return {
    accept(wire, tabId) {
      wires.add(wire)
      void serve(wire, tabId)
    },
  }
}

const keyOf = ({ tabId, participantId }: Pick<Held, 'tabId' | 'participantId'>): string =>
  `${tabId} ${participantId}`

function post(wire: Wire, message: ToSampler): void {
  try {
    wire.postMessage(message)
  } catch {
    // The tab was closed between two events; onDisconnect tidies up.
  }
}
