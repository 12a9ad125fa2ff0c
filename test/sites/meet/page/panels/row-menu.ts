import { act, h } from '../dom.ts'
import { icon } from '../icon.ts'
import type { IconWord } from '../icon-words.ts'
import type { LabelKey } from '../labels/en.ts'
import type { Page } from '../page-context.ts'

let open: HTMLElement | undefined

/** The menu of a row: a plain div at the end of the body with `ul[role=menu][jsname=rymPhb]` in it (Meet facts §3). */
export function openRowMenu(page: Page, id: string, button: HTMLElement): void {
  const { model, say, doings } = page
  closeRowMenu()
  const person = model.person(id)
  const item = (word: IconWord, key: LabelKey, run?: () => void): HTMLElement =>
    act(
      h(
        'li',
        {
          class: 'aqdrmf-rymPhb-ibnC6b mgUzuf zLCWcc',
          role: 'menuitem',
          tabindex: '-1',
          jsname: 'BUtajd',
          'aria-label': say(key),
        },
        icon(word),
        say(key),
      ),
      () => {
        closeRowMenu()
        button.setAttribute('aria-expanded', 'false')
        run?.()
      },
    )
  const removable = model.options.isHost && !person.self
  const menu = h(
    'ul',
    {
      class: 'aqdrmf-rymPhb O68mGe-hqgu2c',
      role: 'menu',
      tabindex: '-1',
      'data-list-type': 'MENU',
      jsname: 'rymPhb',
      'aria-label': say('moreActions'),
    },
    item('keep', 'pinScreen', () => doings.pin(id)),
    item('link', 'pair'),
    !person.self && item('videocam_off', 'dontWatch'),
    removable && item('remove_circle_outline', 'removeFromCall', () => doings.askRemove(id)),
  )
  const surface = h(
    'div',
    { class: 'tB5Jxf-xl07Ob-XxIAqe pQJqJb s8FnCf wBdOg P9KVBf O68mGe-xl07Ob' },
    h('div', { jsname: 'SDSjce', class: 'tB5Jxf-xl07Ob-S5Cmsd' }, menu),
  )
  const at = button.getBoundingClientRect()
  surface.style.top = `${Math.min(at.bottom, innerHeight - 240)}px`
  surface.style.right = `${innerWidth - at.right}px`
  open = h('div', {}, surface)
  document.body.append(open)
  button.setAttribute('aria-expanded', 'true')
}

export function closeRowMenu(): void {
  open?.remove()
  open = undefined
}
