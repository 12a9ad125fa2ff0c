import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FromMeetingPort } from '../../lib/bus/protocol.ts'
import type {
  ActTools,
  Command,
  MeetingAdapter,
  Observation,
  Outcome,
} from '../../lib/meeting/index.ts'
import { blindObservation } from '../../lib/observe/blind.ts'
import { runMeetingScript } from '../../lib/observe/meetingScript.ts'
import type { OverlayCalls } from '../../lib/observe/meetingScript.ts'
import { createPerformer } from '../../lib/observe/performer.ts'
import type { PerformerTools } from '../../lib/observe/performer.ts'
import { waitFor } from '../../lib/observe/schedule.ts'
import type { Wire } from '../../lib/vision/messages.ts'
import type { OverlayView } from '../../lib/views/types.ts'
import { language, speak } from '../../lib/words/language.ts'
import { t } from '../../lib/words/say.ts'
import { handClock } from '../support/handClock.ts'

afterEach(() => {
  vi.restoreAllMocks()
  speak('en', new Map())
})

const DONE: Outcome = { result: 'done', steps: [] }
const MUTE: Command = { kind: 'muteAll' }

function performerSetting(perform: MeetingAdapter['perform']) {
  const clock = handClock()
  const stop = new AbortController()
  const guide = vi.fn<PerformerTools['guide']>()
  const clearGuide = vi.fn()
  const tools: PerformerTools = {
    signal: stop.signal,
    wait: (ms) => waitFor(clock, ms, stop.signal),
    guide,
    clearGuide,
  }
  return {
    clock,
    stop,
    guide,
    clearGuide,
    performer: createPerformer({ perform }, {} as Document, tools),
  }
}

describe('carrying out commands', () => {
  it('does one after the other', async () => {
    const began: string[] = []
    const { clock, performer } = performerSetting(async (_doc, command, tools) => {
      began.push(command.kind)
      await tools.wait(1000)
      return DONE
    })
    const both = Promise.all([performer.perform(MUTE), performer.perform({ kind: 'lock' })])
    await clock.advance(500)
    expect(began).toEqual(['muteAll'])
    await clock.advance(2000)
    expect(await both).toEqual([DONE, DONE])
    expect(began).toEqual(['muteAll', 'lock'])
  })

  it('says to what waits for her hand that she has clicked something else, and to nothing newer', async () => {
    const said: [string, boolean][] = []
    const { clock, performer } = performerSetting(async (_doc, command, tools) => {
      await tools.wait(1000)
      said.push([command.kind, tools.askedElse?.() === true])
      return DONE
    })
    const all = [performer.perform({ kind: 'unlock' })]
    await clock.advance(10)
    // Queued behind it and still to begin: asked for before the last click as well.
    all.push(performer.perform(MUTE), performer.perform({ kind: 'endForAll' }))
    await clock.advance(4000)
    await Promise.all(all)
    expect(said).toEqual([
      ['unlock', true],
      ['muteAll', true],
      ['endForAll', false],
    ])
  })

  it.each(['admit', 'deny', 'cameraOff', 'remove'] as const)(
    'is not told of something else by “%s”, which may be the rest of an older click',
    async (kind) => {
      const said: boolean[] = []
      const { clock, performer } = performerSetting(async (_doc, _command, tools) => {
        await tools.wait(1000)
        said.push(tools.askedElse?.() === true)
        return DONE
      })
      const who = { id: 'p1', key: 'k1', name: 'Dev Shah' }
      const both = [performer.perform({ kind: 'lock' }), performer.perform({ kind, ...who })]
      await clock.advance(3000)
      await Promise.all(both)
      expect(said).toEqual([false, false])
    },
  )

  it('gives up what hangs, and what hung can point at nothing any more', async () => {
    let hung: ActTools | undefined
    const { clock, guide, performer } = performerSetting((_doc, _command, tools) => {
      hung = tools
      return new Promise(() => {})
    })
    const outcome = performer.perform(MUTE)
    await clock.advance(91_000)
    expect(await outcome).toEqual({ result: 'unavailable', steps: [], why: 'timedOut' })
    hung?.guide({} as Element, 'x')
    expect(guide).not.toHaveBeenCalled()
    await expect(
      Promise.race([hung?.wait(10), clock.advance(20).then(() => 'still waits')]),
    ).rejects.toThrow()
  })

  it('answers also when the adapter throws, and goes on after it', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    let first = true
    const { performer } = performerSetting(async () => {
      if (!first) return DONE
      first = false
      throw new Error('no such button')
    })
    expect((await performer.perform(MUTE)).result).toBe('unavailable')
    expect(await performer.perform(MUTE)).toEqual(DONE)
  })

  it('says that the page is gone when the script ends in between', async () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {})
    const { stop, performer } = performerSetting(async (_doc, _command, tools) => {
      await tools.wait(1000)
      return DONE
    })
    const outcome = performer.perform(MUTE)
    await Promise.resolve()
    stop.abort()
    expect(await outcome).toEqual({ result: 'unavailable', steps: [], why: 'pageGone' })
    expect(await performer.perform(MUTE)).toEqual({
      result: 'unavailable',
      steps: [],
      why: 'pageGone',
    })
  })

  it('says which command a control is pointed at for', async () => {
    const { guide, performer } = performerSetting(async (_doc, _command, tools) => {
      tools.guide({} as Element, 'openControls')
      return DONE
    })
    await performer.perform({ kind: 'lock' })
    expect(guide).toHaveBeenCalledWith({}, 'openControls', 'lock')
  })

  it('takes an old hint away before a new command', async () => {
    const { clearGuide, performer } = performerSetting(async () => DONE)
    await performer.perform(MUTE)
    expect(clearGuide).toHaveBeenCalledOnce()
  })
})

/** The background's end of every port that the script opens. */
function background() {
  const ports: {
    name: string
    got: FromMeetingPort[]
    tell: (m: unknown) => void
    cut: () => void
    closed: boolean
  }[] = []
  let gone = false
  return {
    ports,
    remove: () => (gone = true),
    connect(name: string): Wire {
      if (gone) throw new Error('Extension context invalidated.')
      const hear: ((m: unknown) => void)[] = []
      const lost: (() => void)[] = []
      const port = {
        name,
        got: [] as FromMeetingPort[],
        closed: false,
        tell: (message: unknown) => hear.forEach((one) => one(message)),
        cut() {
          port.closed = true
          lost.forEach((one) => one())
        },
      }
      ports.push(port)
      return {
        postMessage(message) {
          if (port.closed) throw new Error('disconnected')
          port.got.push(message as FromMeetingPort)
        },
        disconnect: () => (port.closed = true),
        onMessage: { addListener: (one) => hear.push(one) },
        onDisconnect: { addListener: (one) => lost.push(one) },
      }
    },
  }
}

const VIEW: OverlayView = {
  badges: [],
  lock: { state: 'notSet' },
  prompts: [],
  discreet: false,
  waiting: 0,
  sampleRooms: false,
  attention: [],
}

function scriptSetting() {
  const clock = handClock()
  const stop = new AbortController()
  const desk = background()
  let observation: Observation = blindObservation('meet', 'abc-defg-hij', 'x')
  const perform = vi.fn(async (): Promise<Outcome> => DONE)
  const adapter = {
    platform: 'meet',
    codeOf: () => 'abc-defg-hij',
    read: () => observation,
    videos: () => [],
    perform,
  } as unknown as MeetingAdapter
  const overlay = {
    update: vi.fn(),
    guide: vi.fn(),
    clearGuide: vi.fn(),
    focusPrompt: vi.fn(() => true),
    destroy: vi.fn(),
  }
  let calls: OverlayCalls | undefined
  /** The language at each making of the overlay. */
  const drawnIn: string[] = []
  const openPanel = vi.fn()
  const standDown = vi.fn(() => stop.abort())
  const looks = {
    use: vi.fn(),
    inspect: vi.fn(() => ({
      looks: { asOf: '2026-09-27', from: 'shipped' as const },
      hits: { stage: [1] },
    })),
  }
  runMeetingScript({
    adapter,
    looks,
    doc: { hidden: false, addEventListener() {} } as unknown as Document,
    url: () => new URL('https://meet.google.com/abc-defg-hij'),
    connect: (name) => desk.connect(name),
    createOverlay: (given) => {
      calls = given
      drawnIn.push(language())
      return overlay
    },
    openPanel,
    watch: () => () => {},
    schedule: clock,
    signal: stop.signal,
    now: () => clock.now(),
    clock: () => clock.now(),
    standDown,
  })
  const meeting = () => desk.ports.filter((port) => port.name === 'meeting')
  const frames = () => desk.ports.filter((port) => port.name === 'frames')
  return {
    clock,
    stop,
    desk,
    overlay,
    looks,
    perform,
    standDown,
    openPanel,
    calls: () => calls,
    drawnIn,
    meeting,
    frames,
    see: (next: Observation) => (observation = next),
  }
}

describe('the script of a meeting page', () => {
  it('tells the background what it sees, and everything anew after the background was restarted', async () => {
    const { clock, meeting } = scriptSetting()
    await clock.advance(500)
    expect(meeting()[0]?.got).toMatchObject([{ type: 'observed', tabVisible: true }])
    meeting()[0]?.cut()
    await clock.advance(1000)
    expect(meeting()).toHaveLength(2)
    expect(meeting()[1]?.got).toMatchObject([{ type: 'observed' }])
  })

  it('waits longer each time when the background keeps failing', async () => {
    const { clock, meeting } = scriptSetting()
    for (let i = 0; i < 60; i += 1) {
      meeting().at(-1)?.cut()
      await clock.advance(1000)
    }
    expect(meeting().length).toBeLessThan(14)
  })

  it('draws what it is told, samples rooms only when told, and stops when told', async () => {
    const { clock, meeting, frames, overlay } = scriptSetting()
    await clock.advance(500)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    expect(overlay.update).toHaveBeenCalledWith(VIEW)
    expect(frames()).toHaveLength(0)
    meeting()[0]?.tell({ type: 'overlay', view: { ...VIEW, sampleRooms: true } })
    expect(frames()).toHaveLength(1)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    expect(frames()[0]?.closed).toBe(true)
    await clock.advance(60_000)
    expect(frames()).toHaveLength(1)
  })

  it('carries out a command and answers with what became of it', async () => {
    const { clock, meeting, perform } = scriptSetting()
    await clock.advance(10)
    meeting()[0]?.tell({ type: 'perform', requestId: 'r1', command: MUTE })
    await clock.advance(10)
    expect(perform).toHaveBeenCalledOnce()
    expect(meeting()[0]?.got).toContainEqual({ type: 'performed', requestId: 'r1', outcome: DONE })
  })

  it('takes a hint away when the call is over, and not before', async () => {
    const { clock, see, overlay, meeting } = scriptSetting()
    see({ ...blindObservation('meet', 'abc-defg-hij', 'x'), phase: 'inCall' })
    await clock.advance(5000)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    see({ ...blindObservation('meet', 'abc-defg-hij', 'x'), phase: 'unknown' })
    await clock.advance(5000)
    expect(overlay.clearGuide).not.toHaveBeenCalled()
    see({ ...blindObservation('meet', 'abc-defg-hij', 'x'), phase: 'ended' })
    await clock.advance(5000)
    expect(overlay.clearGuide).toHaveBeenCalled()
  })

  it('exchanges its looks when told, and lets a technician look without waiting for a view', async () => {
    const { clock, meeting, looks } = scriptSetting()
    await clock.advance(10)
    meeting()[0]?.tell({ type: 'looks', pack: null, from: 'shipped' })
    expect(looks.use).toHaveBeenCalledWith(undefined, 'shipped')
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    await clock.advance(1000)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    meeting()[0]?.tell({ type: 'inspect', requestId: 'r1', report: false, pack: null })
    expect(looks.inspect).toHaveBeenCalledWith({ report: false })
    expect(meeting()[0]?.got.at(-1)).toMatchObject({ type: 'inspected', requestId: 'r1' })
    await clock.advance(9000)
    // No view is owed for it: the port is not taken for lost.
    expect(meeting()).toHaveLength(1)
  })

  it('speaks the language it is told, draws anew what stands, and does nothing where it speaks it already', async () => {
    const { clock, meeting, overlay, drawnIn } = scriptSetting()
    await clock.advance(500)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    const words = { 'Show me': 'Dangos i mi' }
    meeting()[0]?.tell({ type: 'words', language: 'cy', words })
    meeting()[0]?.tell({ type: 'words', language: 'cy', words })
    expect(drawnIn).toEqual(['en', 'cy'])
    expect(overlay.destroy).toHaveBeenCalledOnce()
    expect(overlay.update).toHaveBeenCalledTimes(2)
    expect(t('Show me')).toBe('Dangos i mi')
    meeting()[0]?.tell({ type: 'words', language: 'en', words: {} })
    expect(drawnIn).toEqual(['en', 'cy', 'en'])
    expect(t('Show me')).toBe('Show me')
  })

  it('passes answers on and opens the panel in the same turn', async () => {
    const { clock, calls, meeting, openPanel } = scriptSetting()
    await clock.advance(500)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    calls()?.onAnswer('p1', 'looksFine')
    expect(meeting()[0]?.got).toContainEqual({
      type: 'answer',
      promptId: 'p1',
      answer: 'looksFine',
    })
    calls()?.onOpenPanel()
    expect(openPanel).toHaveBeenCalledOnce()
  })

  it('brings the keyboard to the message when the shortcut asks for it', async () => {
    const { clock, meeting, overlay } = scriptSetting()
    await clock.advance(500)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    expect(overlay.focusPrompt).not.toHaveBeenCalled()
    meeting()[0]?.tell({ type: 'focusPrompt' })
    expect(overlay.focusPrompt).toHaveBeenCalledOnce()
  })

  it('draws nothing anew where the same is said again', async () => {
    const { clock, meeting, overlay } = scriptSetting()
    await clock.advance(500)
    meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    meeting()[0]?.tell({ type: 'overlay', view: structuredClone(VIEW) })
    expect(overlay.update).toHaveBeenCalledTimes(1)
    meeting()[0]?.tell({ type: 'overlay', view: { ...VIEW, discreet: !VIEW.discreet } })
    expect(overlay.update).toHaveBeenCalledTimes(2)
  })

  it('leaves a page that is no meeting alone, and is there when it becomes one', async () => {
    const { clock, meeting, frames, overlay, drawnIn, see } = scriptSetting()
    see({ ...blindObservation('meet', '', 'x'), phase: 'elsewhere' })
    await clock.advance(500)
    expect(meeting()[0]?.got).toMatchObject([
      { type: 'observed', observation: { phase: 'elsewhere' } },
    ])
    meeting()[0]?.tell({ type: 'overlay', view: { ...VIEW, sampleRooms: true } })
    await clock.advance(600_000)
    // Said once, and then nothing: no sign of life keeps the background's worker awake.
    expect(meeting()[0]?.got).toHaveLength(1)
    // It has ended, and is not woken again for this page.
    meeting()[0]?.cut()
    await clock.advance(600_000)
    expect(meeting()).toHaveLength(1)
    expect([drawnIn, frames()]).toEqual([[], []])

    see({ ...blindObservation('meet', 'abc-defg-hij', 'x'), phase: 'greenRoom' })
    await clock.advance(6000)
    expect(meeting()).toHaveLength(2)
    expect(meeting()[1]?.got[0]).toMatchObject({ observation: { phase: 'greenRoom' } })
    meeting()[1]?.tell({ type: 'overlay', view: VIEW })
    expect(overlay.update).toHaveBeenCalledWith(VIEW)

    see({ ...blindObservation('meet', '', 'x'), phase: 'elsewhere' })
    await clock.advance(6000)
    expect(overlay.destroy).toHaveBeenCalledOnce()
    expect(meeting()[1]?.got.at(-1)).toMatchObject({ observation: { phase: 'elsewhere' } })
  })

  it.each([[null], [{}], ['overlay'], [{ type: 'else' }]])('ignores %j', async (message) => {
    const { clock, meeting, overlay } = scriptSetting()
    await clock.advance(10)
    meeting()[0]?.tell(message)
    expect(overlay.update).not.toHaveBeenCalled()
  })

  it('stands down when it is told to, and when the extension is gone', async () => {
    const told = scriptSetting()
    await told.clock.advance(500)
    told.meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    told.meeting()[0]?.tell({ type: 'standDown' })
    expect(told.standDown).toHaveBeenCalledOnce()
    expect(told.overlay.destroy).toHaveBeenCalledOnce()
    expect(told.meeting()[0]?.closed).toBe(true)

    const orphan = scriptSetting()
    await orphan.clock.advance(500)
    orphan.meeting()[0]?.tell({ type: 'overlay', view: VIEW })
    orphan.desk.remove()
    orphan.meeting()[0]?.cut()
    await orphan.clock.advance(1000)
    expect(orphan.standDown).toHaveBeenCalledOnce()
    expect(orphan.overlay.destroy).toHaveBeenCalledOnce()
  })
})
