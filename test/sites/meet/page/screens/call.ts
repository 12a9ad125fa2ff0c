import { act, h } from '../dom.ts'
import { Captions } from '../call/captions.ts'
import { closeRowMenu } from '../panels/row-menu.ts'
import { sidePanel } from '../panels/side.ts'
import { toolbar } from '../call/toolbar.ts'
import { topBar2025, topBar2026 } from '../call/top-bar.ts'
import { textButton } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { Stage } from '../stage/stage.ts'

export interface CallView extends View {
  readonly stage: Stage
  readonly captions: Captions
}

/** The call, in the outer nesting of CAP26b: shell divs with states, the bars, the stage, the side panel, the toolbar. */
export function callScreen(page: Page): CallView {
  const { model, say } = page
  const cleanup = new Cleanup()
  const top = model.options.ui === '2025' ? topBar2025(page) : topBar2026(page)
  const stage = new Stage(page)
  const captions = new Captions(page)
  const side = sidePanel(page)
  const bar = toolbar(page)
  const element = h(
    'div',
    { class: 'T4LgNb', jsname: 'a9kxte' },
    h(
      'div',
      { jsname: 'qJTHM', class: 'kFwPee' },
      h('div', { jscontroller: 'DM8swd', jslazy: 'true', 'data-in-call': 'true' }),
      h('div', {
        jscontroller: 'oBkJpe',
        // A setting, no state: says nothing about a recording (Meet facts §6).
        'data-auto-ack-recording': 'false',
        'data-auto-ack-broadcast': 'false',
        'data-is-anonymous': 'false',
      }),
      h(
        'div',
        { jsname: 'RFn3Rd', class: 'crqnQb' },
        top.element,
        stage.element,
        captions.element,
        side.element,
        bar.element,
      ),
    ),
  )
  if (model.recording || model.notes) entryNotice(page, cleanup)
  if (model.options.lobby === 'dialog') oldLobbyDialog(page, cleanup)
  document.title =
    model.options.title === '' ? say('meet') : `${say('meet')} - ${model.options.title}`
  return {
    element,
    stage,
    captions,
    close() {
      cleanup.run()
      closeRowMenu()
      for (const part of [top, stage, captions, side, bar]) part.close()
      element.remove()
    },
  }
}

/** Who enters a call that is recorded is told so first (Meet facts §1, "entry dialog"). */
function entryNotice(page: Page, cleanup: Cleanup): void {
  const { model, say } = page
  const box = h(
    'div',
    { class: 'sim-dialog', role: 'dialog', 'aria-modal': 'true' },
    h('h2', { class: 'sim-dialog-title' }, say(model.recording ? 'recorded' : 'notes')),
    h('div', { class: 'sim-dialog-text' }, say('noticeMore')),
    h(
      'div',
      { class: 'sim-dialog-answers' },
      act(textButton(say('joinNow'), { 'data-mdc-dialog-action': 'ok' }), () => scrim.remove()),
    ),
  )
  const scrim = h('div', { class: 'sim-dialog-scrim' }, box)
  document.body.append(scrim)
  cleanup.add(() => scrim.remove())
}

/** The older box for a single guest, which may still be about (Meet facts §4, "older dialog"). */
function oldLobbyDialog(page: Page, cleanup: Cleanup): void {
  const { model, say, doings } = page
  let box: HTMLElement | undefined
  const draw = (): void => {
    box?.remove()
    box = undefined
    const [only] = [...model.waiting.values()]
    if (only === undefined || model.waiting.size !== 1 || !model.options.isHost) return
    box = h(
      'div',
      { class: 'sim-knock-dialog', role: 'dialog', 'aria-label': say('someoneWants') },
      h('h2', { class: 'sim-dialog-title' }, say('someoneWants')),
      h('div', { class: 'sim-dialog-text' }, only.who.name),
      h(
        'div',
        { class: 'sim-dialog-answers' },
        act(textButton(say('denyEntry'), { 'data-mdc-dialog-action': 'cancel' }), () =>
          doings.dismiss(only.key),
        ),
        act(
          textButton(say('admit'), { 'data-mdc-dialog-action': 'accept' }),
          () => void doings.admit(only.key),
        ),
      ),
    )
    document.body.append(box)
  }
  cleanup.add(model.on('knocks', draw), () => box?.remove())
  draw()
}
