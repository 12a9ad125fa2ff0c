import type { CommandKind, MeetingAdapter } from '../../lib/meeting/index.ts'
import type { Schedule } from '../../lib/observe/schedule.ts'
import type { PromptAnswer } from '../../lib/session/events.ts'
import type { OverlayView, QueueAnswer } from '../../lib/views/types.ts'
import { isUrgent } from '../../lib/views/urgency.ts'
import { t } from '../../lib/words/say.ts'
import { createBadges } from './badges.ts'
import type { Shy } from './bubbleSpot.ts'
import { createCard } from './card.ts'
import { createChips } from './chips.ts'
import { createDock } from './dock.ts'
import { tell, write } from './drawn.ts'
import { createEnds } from './ends.ts'
import { createGuide } from './guide.ts'
import { createHost } from './host.ts'
import { createLayout } from './layout.ts'
import type { Layout } from './layout.ts'
import { button, clipped, make } from './make.ts'
import { createMover } from './mover.ts'
import { boxOf, overlap } from './place.ts'
import type { Box } from './place.ts'
import { createPlainSight } from './plain.ts'
import type { PlainSight } from './plain.ts'
import { createQueue } from './queue.ts'
import { createSurroundings } from './surroundings.ts'
import type { Surroundings } from './surroundings.ts'
import { createTileFinder } from './tiles.ts'
import { dotWords, messages, PRODUCT, WORDS } from './words.ts'

/**
 * What is drawn over the meeting: badges on the tiles, the countdown, one prompt, and a hint at a real control. It shows what
 * it is told and reports clicks; it decides nothing. Text from the page is only ever text. The page is neither moved nor
 * covered but by our own controls, and the focus stays where the teacher has it.
 *
 * While she presents (`discreet`) the class sees what we draw: all of it folds into one grey dot until she opens it.
 */
export interface Overlay {
  update(view: OverlayView): void
  /** `step` is a step id of the adapter or a sentence; `kind` is the command that it belongs to. */
  guide(target: Element, step: string, kind?: CommandKind): void
  clearGuide(): void
  /** Moves the keyboard into the prompt, else to who waits, at the teacher's own wish; false, and said, when there is neither. */
  focusPrompt(): boolean
  destroy(): void
}

export interface OverlayParts {
  readonly doc: Document
  readonly adapter: Pick<MeetingAdapter, 'platform' | 'tiles' | 'stage'>
  readonly schedule: Schedule
  /** Milliseconds since 1970, the clock of the deadlines. */
  readonly now: () => number
  readonly onAnswer: (promptId: string, answer: PromptAnswer) => void
  readonly onQueue: (answer: QueueAnswer, id: string) => void
  readonly onOpenPanel: () => void
}

const TICK_MS = 500
/** Every so many ticks the stage is read for the badges again. */
const STAGE_TICKS = 4

export function createOverlay(parts: OverlayParts): Overlay {
  const { doc, adapter, schedule, now } = parts
  const ended = new AbortController()
  const host = createHost(doc, schedule, onKey)
  const { root } = host

  const tileLayer = make(doc, 'div')
  const dock = make(doc, 'div', { className: 'dock' })
  const dot = button(doc, { className: 'dot' }, () => setPeek(true))
  const polite = make(doc, 'div', { className: 'told', role: 'status' })
  const urgent = make(doc, 'div', { className: 'told', role: 'alert' })
  const fold = button(doc, { className: 'chip', text: t(WORDS.fold) }, () => setPeek(false))
  const finder = createTileFinder(doc, adapter)
  const badges = createBadges(doc, finder, tileLayer)
  const ends = createEnds(doc, () => layout.kick())
  const surroundings = createSurroundings(doc, () => performance.now())
  const chips = createChips(doc, parts.onOpenPanel)
  const mover = createMover({ doc, box: () => boxOf(dock), onMove: () => layout.kick() })
  const card = createCard({
    doc,
    schedule,
    grip: mover.grip(),
    onAnswer(promptId, answer) {
      guide.pressed()
      parts.onAnswer(promptId, answer)
    },
    inPlainSight: (one, take) => inPlainSight(one, take),
    onChange: () => layout.kick(),
    // Not the waiting room's card, which stands in the same dock: it keeps the keyboard when a prompt comes or goes.
    isFocusInside: () => [card.element, card.chip].some((one) => one.contains(host.focused())),
    giveFocusBack,
  })
  const queue = createQueue({
    doc,
    schedule,
    grip: mover.grip(),
    onAnswer(answer, id) {
      guide.pressed()
      parts.onQueue(answer, id)
    },
    inPlainSight: (one, take) => inPlainSight(one, take),
    onChange: () => layout.kick(),
    isFocusInside: (element) => element.contains(host.focused()),
    giveFocusBack,
  })
  chips.element.prepend(fold, card.chip, queue.chip)
  dock.append(chips.element, queue.element, card.element)
  root.append(tileLayer, dock, dot, polite, urgent)
  const docked = createDock({
    dock,
    dot,
    mover,
    folded,
    about: () => card.about(),
    isCardOpen: () => !card.element.hidden,
    tiles: () => adapter.tiles(doc),
    hasFocus: () => dock.contains(host.focused()),
  })
  const guide = createGuide({
    doc,
    layer: root,
    platform: adapter.platform,
    schedule,
    signal: ended.signal,
    onChange: () => layout.kick(),
    focused: () => host.focused(),
    giveFocusBack,
  })

  let view: OverlayView = {
    badges: [],
    lock: { state: 'notSet' },
    prompts: [],
    discreet: false,
    waiting: 0,
    sampleRooms: false,
    attention: [],
  }
  let peek = false
  let told = new Set<string>()
  let before: Element | null = null
  const layout: Layout = createLayout(doc, schedule, place)
  const plain: PlainSight = createPlainSight({
    elements: [card.element, queue.element],
    clock: () => performance.now(),
    schedule,
    signal: ended.signal,
  })

  /** The click is not taken where it may have been meant for something else; the panel takes the answer in any case. */
  function inPlainSight(one: Element, take: (seen: boolean) => void): void {
    plain.ask(one, (seen) => {
      if (!seen) {
        const said = one.querySelector('.covered') ?? make(doc, 'p', { className: 'covered' })
        write(said, t(WORDS.covered))
        one.append(said)
        tell(polite, `${PRODUCT}: ${t(WORDS.covered)}`)
      }
      take(seen)
    })
  }

  doc.addEventListener(
    'focusin',
    (event) => {
      if (event.target instanceof Element && !event.target.hasAttribute('data-lesson-steward'))
        before = event.target
    },
    { capture: true, signal: ended.signal },
  )

  function onKey(event: KeyboardEvent): void {
    if (mover.onKey(event, host.focused()) || event.key !== 'Escape') return
    if (guide.on) guide.clear()
    else if (view.discreet && peek) setPeek(false)
    else if (queue.element.contains(host.focused())) queue.minimise()
    else card.minimise()
  }

  function giveFocusBack(): void {
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true })
  }

  function folded(): boolean {
    return view.discreet && !peek
  }

  function setPeek(wish: boolean): void {
    const focusWasInside = host.focused() !== null
    peek = wish
    show()
    if (!focusWasInside) return
    if (wish) {
      if (!card.focusFirst()) fold.focus()
    } else dot.focus()
  }

  function show(): void {
    const hide = folded()
    tileLayer.hidden = hide
    dock.hidden = hide
    dot.hidden = !hide
    fold.hidden = !view.discreet
    const waits = view.prompts.length + view.waiting
    dot.setAttribute('aria-label', dotWords(waits))
    dot.classList.toggle('waiting', waits > 0)
    layout.kick()
  }

  /**
   * Each prompt is read out once, and not what it is about while others may hear it. What the panel reads out (components/panel/announce.ts)
   * is left to it while it is open.
   */
  function announce(): void {
    const fresh = view.prompts
      .filter((prompt) => !told.has(prompt.promptId))
      .filter((prompt) => view.panelSpeaks !== true || !isUrgent(prompt))
    told = new Set(view.prompts.map((prompt) => prompt.promptId))
    const alarm = fresh.find((prompt) => prompt.severity === 'alarm')
    const one = alarm ?? fresh[0]
    if (one === undefined) return
    const where = alarm === undefined ? polite : urgent
    const said = folded()
      ? messages(view.prompts.length)
      : `${clipped(one.title, 140)}. ${clipped(one.body, 300)}`
    tell(where, `${PRODUCT}: ${said}`)
  }

  function place(): boolean {
    host.keep()
    const element = doc.documentElement
    const window: Box = { x: 0, y: 0, width: element.clientWidth, height: element.clientHeight }
    const stageElement = adapter.stage(doc)
    const stage =
      (stageElement === undefined ? undefined : overlap(boxOf(stageElement), window)) ?? window
    guide.read(window)
    const around = surroundings(stageElement, window)
    const shy = guide.on ? shyOf(around) : []
    const dockMoved = docked.place(stage, window, around)
    finder.ask()
    const placed = badges.place(stage, covered(around))
    ends.at(folded() ? [] : placed.tiles, window)
    const tiles = placed.tiles.map((tile) => tile.element)
    const seen = stageElement === undefined ? tiles : [...tiles, stageElement]
    layout.watch([...seen, ...guide.watched])
    const guideMoved = guide.place(shy)
    const solid = [...around.controls, ...around.captions]
    const pictures = placed.tiles.map(({ box }) => box)
    const folds = !folded() && queue.avoid(queueCorner(), pictures, solid)
    return placed.moved || dockMoved || guideMoved || folds
  }

  /** Where the queue's card stands, or would: under the chips. */
  function queueCorner(): Box {
    const at = boxOf(chips.element)
    return { ...at, y: at.y + at.height + 8 }
  }

  /** What a hint keeps clear of: who a message is about, captions, the meeting's bar, and our own controls. */
  function shyOf({ captions, controls }: Surroundings): readonly Shy[] {
    const about = view.prompts.flatMap((prompt) => prompt.about)
    const faces = about.flatMap((id) => finder.of(id) ?? []).map(boxOf)
    const ours = folded() ? [dot] : [card.element, queue.element, ...chips.element.children]
    return [
      ...faces.map((box) => ({ box, worth: 260 })),
      ...captions.map((box) => ({ box, worth: 220 })),
      ...controls.map((box) => ({ box, worth: 180 })),
      ...ours.map((one) => ({ box: boxOf(one), worth: 320 })),
    ].filter(({ box }) => box.width > 0 && box.height > 0)
  }

  /** Our own controls, between which a badge is only clutter, the site's, and what it says, over which it would hide words. */
  function covered({ questions, toasts, controls, captions }: Surroundings): readonly Box[] {
    const ours = [card.element, queue.element, ...chips.element.children]
    const boxes = [...ours, ...questions, ...toasts].map(boxOf).filter((box) => box.width > 0)
    return [...boxes, ...controls, ...captions]
  }

  /** By the lesson's clock, by which the lock is due. */
  const lessonNow = (): number => now() + (view.clockBackMs ?? 0)
  let ticks = 0
  const stopTicking = schedule.every(TICK_MS, () => {
    chips.tick(lessonNow())
    ticks += 1
    if (ticks % STAGE_TICKS === 0) finder.turn()
  })
  show()

  return {
    update(next) {
      if (next.discreet && !view.discreet) peek = false
      view = next
      guide.discreet(next.discreet)
      badges.update(next.badges)
      finder.keep(next.badges.map((badge) => badge.participantId))
      queue.update(next)
      // The queue says how many wait itself.
      chips.update(next.queue === undefined ? next : { ...next, waiting: 0 })
      chips.tick(lessonNow())
      card.update(next.prompts)
      const focusWasInside = host.focused() !== null && dock.contains(host.focused())
      show()
      // Her share folds what the keyboard was in: it stays with us, at the dot that opens it again.
      if (focusWasInside && folded()) dot.focus()
      announce()
    },
    guide: (target, step, kind) => guide.point(target, step, kind),
    clearGuide: () => guide.clear(),
    focusPrompt() {
      const waits = view.prompts.length > 0 || view.queue !== undefined
      if (waits && folded()) {
        peek = true
        show()
      }
      if (card.focusFirst() || queue.focusFirst()) return true
      tell(polite, `${PRODUCT}: ${t(WORDS.nothing)}`)
      return false
    },
    destroy() {
      ended.abort()
      stopTicking()
      layout.stop()
      ends.stop()
      host.destroy()
    },
  }
}
