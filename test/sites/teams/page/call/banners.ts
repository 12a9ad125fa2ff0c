import { h } from '../dom.ts'
import { button, hashed } from '../icon.ts'
import { shownName } from '../identity.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'

/**
 * Notes over the stage: who waits in the lobby, a recording, the lock. All share the dismiss button's prefix (Teams facts
 * §4); only the lobby's and the recording's own names are known, the others are made up on purpose.
 */
export function banners(page: Page): View {
  const { model, say } = page
  const cleanup = new Cleanup()
  const element = h('div', { class: 'sim-banners' })
  const dismissed = new Set<string>()

  const line = (
    kind: string,
    key: string,
    text: Node | string,
    ...more: readonly Node[]
  ): HTMLElement => {
    const close = button(
      { 'data-tid': `callingAlertDismissButton_${kind}`, 'aria-label': say('dismiss') },
      { icon: 'close' },
      () => {
        dismissed.add(key)
        show()
      },
    )
    return h('div', { role: 'alert', class: `sim-banner ${hashed()}` }, text, ...more, close)
  }

  const show = (): void => {
    const lines: HTMLElement[] = []
    const lobby = lobbyToast(page, dismissed, line)
    if (lobby !== undefined) lines.push(lobby)
    const say_ = (key: string, on: boolean, kind: string, text: string): void => {
      if (!on) dismissed.delete(key)
      else if (!dismissed.has(key)) lines.push(line(kind, key, h('span', {}, text)))
    }
    say_('recording', model.recording, 'JoinersOngoingRecording', say('recordingBanner'))
    say_('notes', model.notes, 'notice', say('transcriptBanner'))
    say_('lock', model.locked && model.presides(), 'notice', say('lockedBanner'))
    element.replaceChildren(...lines)
  }
  for (const topic of ['knocks', 'notices', 'access', 'host'] as const)
    cleanup.add(model.on(topic, show))
  show()
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}

type Line = (
  kind: string,
  key: string,
  text: Node | string,
  ...more: readonly Node[]
) => HTMLElement

/** One reader's marks of 2025-01, the only ones there are. With several waiting it only leads to the panel. */
function lobbyToast(
  page: Page,
  dismissed: ReadonlySet<string>,
  line: Line,
): HTMLElement | undefined {
  const { model, say, doings } = page
  const waiting = [...model.waiting.values()]
  const key = `lobby ${waiting.map((one) => one.key).join()}`
  const [first] = waiting
  if (first === undefined || !model.presides() || dismissed.has(key)) return undefined
  if (model.options.toast === 'none') return undefined
  const name = shownName(first.who, say)
  const text = h(
    'span',
    { 'data-tid': 'participants-in-lobby' },
    waiting.length === 1 ? say('isWaiting', { name }) : say('areWaiting', { n: waiting.length }),
  )
  const view = button({ title: say('viewLobby') }, { text: say('viewLobby') }, () =>
    doings.panel('people'),
  )
  if (waiting.length > 1 || model.options.toast === 'view' || first.suspected)
    return line('lobby', key, text, view)
  const admit = button({ 'data-tid': 'lobby-popup-admit-btn' }, { text: say('admit') }, (event) =>
    doings.askAdmit(first.key, event),
  )
  const deny = button({ 'data-tid': 'lobby-popup-deny-btn' }, { text: say('deny') }, (event) =>
    doings.deed('deny', () => doings.dismiss(first.key), event),
  )
  return line('lobby', key, text, admit, deny, view)
}
