import { act, actTrusted, h } from '../dom.ts'
import { icon, textButton } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { avatarOf } from '../stage/avatar.ts'

/**
 * "Waiting to join" in the People panel, for hosts (Meet facts §4). Known: the heading, `button[jsname=OYykWd]` with
 * aria-label "Admit NAME", "Admit all" with a second question, and that it folds itself away after about 10 s. The
 * markup around that was never captured and is invented.
 */
export function lobbySection(page: Page): View {
  const { model, say, doings } = page
  const { trusted, fold: folding } = model.options
  const cleanup = new Cleanup()
  const count = h('span', {}, '')
  const fold = h(
    'button',
    { 'aria-expanded': 'true', class: 'sim-fold' },
    h('span', {}, say('waitingToJoin')),
    ' ',
    count,
    icon('expand_more'),
  )
  const list = h('div', { role: 'list', 'aria-label': say('waitingToJoin'), class: 'sim-list' })
  const all = actTrusted(
    textButton(say('admitAll'), { class: 'UywwFc-LgbsSe sim-text-button sim-admit-all' }),
    () => {
      page.doings.askAdmitAll()
    },
    trusted,
  )
  const element = h(
    'div',
    { class: 'sim-lobby', role: 'region', 'aria-label': say('waitingToJoin') },
    fold,
    h('div', { class: 'sim-lobby-all' }, all),
    list,
  )
  let stopTimer: (() => void) | undefined
  const setOpen = (open: boolean): void => {
    fold.setAttribute('aria-expanded', String(open))
    list.style.display = open || folding !== 'hide' ? '' : 'none'
    draw()
    stopTimer?.()
    if (open && folding !== 'never')
      stopTimer = cleanup.later(model.times.foldMs, () => setOpen(false))
  }
  act(fold, () => setOpen(fold.getAttribute('aria-expanded') !== 'true'))

  const rows = new Map<string, HTMLElement>()
  const rowOf = (key: string, name: string, external: boolean): HTMLElement => {
    const known = rows.get(key)
    if (known !== undefined) return known
    const admit = actTrusted(
      textButton(say('admit'), { jsname: 'OYykWd', 'aria-label': say('admitName', { name }) }),
      () => void doings.admit(key),
      trusted,
    )
    const deny = actTrusted(
      textButton(say('deny'), { 'aria-label': say('denyEntry') }),
      () => doings.dismiss(key),
      trusted,
    )
    const row = h(
      'div',
      { role: 'listitem', 'aria-label': name, class: 'sim-lobby-row' },
      h('img', { alt: '', class: 'sim-row-face', src: avatarOf(name) }),
      h(
        'div',
        { class: 'sim-row-words' },
        h('div', { class: 'sim-row-name' }, h('span', {}, name)),
        external &&
          h(
            'div',
            { class: 'sim-row-sub' },
            icon('domain_disabled'),
            h('span', {}, say('visitor')),
          ),
      ),
      h('div', { class: 'sim-row-buttons' }, deny, admit),
    )
    rows.set(key, row)
    return row
  }
  function draw(): void {
    const waiting = [...model.waiting.values()]
    element.style.display = waiting.length > 0 && model.options.isHost ? '' : 'none'
    count.textContent = String(waiting.length)
    all.style.display = waiting.length > 1 ? '' : 'none'
    for (const key of [...rows.keys()]) if (!model.waiting.has(key)) rows.delete(key)
    const folded = fold.getAttribute('aria-expanded') !== 'true' && folding === 'remove'
    const wanted = folded ? [] : waiting.map(({ key, who }) => rowOf(key, who.name, who.external))
    for (const child of [...list.children])
      if (!wanted.includes(child as HTMLElement)) child.remove()
    wanted.forEach((row, at) => {
      if (list.children[at] !== row) list.insertBefore(row, list.children[at] ?? null)
    })
  }
  let before = model.waiting.size
  cleanup.add(
    model.on('knocks', () => {
      // A new guest opens the section again.
      if (model.waiting.size > before) setOpen(true)
      before = model.waiting.size
      draw()
    }),
  )
  setOpen(true)
  return {
    element,
    close() {
      cleanup.run()
      element.remove()
    },
  }
}
