import { h, type Child } from '../dom.ts'
import { button, hashed } from '../icon.ts'
import type { Page } from '../page-context.ts'

export interface Areas {
  readonly element: HTMLElement
  readonly main: HTMLElement
  /** Where the side panel goes. */
  readonly end: HTMLElement
}

const others = [
  'sub-nav',
  'mid-nav',
  'start',
  'toasts',
  'notifications',
  'contextual-notifications',
  'preview',
] as const

/**
 * The frame round the screen. The full client marks its areas with `app-layout-area--…`, the light one has none of them
 * (Teams facts §1).
 */
export function areas(page: Page, ...content: readonly Child[]): Areas {
  const full = page.model.options.client === 'full'
  const area = (name: string, ...children: readonly Child[]): HTMLElement =>
    h(
      'div',
      {
        'data-tid': full ? `app-layout-area--${name}` : undefined,
        class: `sim-area-${name} ${hashed()}`,
      },
      ...children,
    )
  const main = area('main', ...content)
  const end = area('end')
  shut(end)
  const element = h('div', { class: `sim-app ${hashed()} sim-${full ? 'full' : 'light'}` })
  if (full) {
    element.append(
      area('header'),
      area('title-bar', page.model.options.meControl && me(page)),
      area('nav', ...nav(page)),
      ...others.map((name) => area(name)),
    )
  }
  element.append(main, end)
  return { element, main, end }
}

/** A closed side panel: Teams facts §3, "closed panel has no rows". */
export function shut(end: HTMLElement): void {
  end.style.display = 'none'
  end.style.visibility = 'hidden'
}

export function opened(end: HTMLElement): void {
  end.style.display = ''
  end.style.visibility = ''
}

/** Oneself at the top right. The label is the only place that names the signed-in user: Teams facts §2. */
function me({ model, say }: Page): HTMLElement {
  const name = model.options.me
  return h(
    'button',
    { type: 'button', id: 'idna-me-control-avatar-trigger', class: 'fui-Button' },
    h(
      'span',
      {
        'data-tid': 'me-control-avatar',
        class: 'fui-Avatar',
        role: 'img',
        'aria-label': say('profilePicture', { name }),
      },
      h('span', { class: 'fui-Avatar__initials', 'aria-hidden': 'true' }, initials(name)),
    ),
  )
}

/** The app's own pages. Going to one leaves the stage, the call goes on. */
function nav({ model, say, doings }: Page): HTMLElement[] {
  const go = (): void => {
    if (model.screen === 'call') doings.screen('offStage')
  }
  return [
    button({ 'aria-label': say('appChat') }, { icon: 'chat' }, go),
    button({ 'aria-label': say('calendar') }, { icon: 'calendar' }, go),
  ]
}

export function initials(name: string): string {
  const parts = name.split(/\s+/).filter((part) => /^\p{L}/u.test(part))
  return [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
    .map((part) => [...(part ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
