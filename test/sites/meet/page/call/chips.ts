import { h } from '../dom.ts'

export interface Chip {
  readonly element: HTMLElement
  readonly button: HTMLElement
  show(on: boolean, text?: string): void
}

/**
 * A chip of the notice region, `div[jsname=ocqpFe][role=button]` (Meet facts §3). Its name comes only through
 * aria-labelledby: to a hidden span with `name` in it, or, without a `name`, to the part that holds the visible text.
 */
export function chip(
  id: string,
  name: string | undefined,
  text: HTMLElement,
  picture: HTMLElement,
  tray: string,
): Chip {
  const body = h(
    'div',
    { animatable: true, class: 'nI4yAd', jscontroller: 'lHqdzb', jsname: 'nav9Xe' },
    h(
      'div',
      { animatable: true, class: 'fdZ55 oax21c', jscontroller: 'DM9D1' },
      h('div', { animatable: true, class: 'egzc7c' }, h('div', { class: 'XUyvz' }, text)),
      h('div', { animatable: true, jsname: 'QbKf1d', class: 'ns17te' }, picture),
    ),
  )
  const label = name === undefined ? undefined : h('span', { id }, name)
  if (label !== undefined) label.style.display = 'none'
  const inner = h('div', { animatable: true, id: name === undefined ? id : undefined }, label, body)
  const button = chipButton(id, inner)
  const element = outer(button, tray)
  return {
    element,
    button,
    show(on, words) {
      if (words !== undefined) text.textContent = words
      for (const part of [element, button, body]) part.style.display = on ? '' : 'none'
    },
  }
}

/** One of the hidden, empty chips that the region always holds. */
export function emptyChip(id: string, name: string | undefined, tray: string): HTMLElement {
  const body = h('div', {
    animatable: true,
    class: 'nI4yAd',
    jscontroller: 'lHqdzb',
    jsname: 'nav9Xe',
  })
  const label = h(name === undefined ? 'div' : 'span', { id }, name ?? '')
  const button = chipButton(id, h('div', { animatable: true }, label, body))
  const element = outer(button, tray)
  for (const part of [element, button, body]) part.style.display = 'none'
  return element
}

function chipButton(id: string, inner: HTMLElement): HTMLElement {
  return h(
    'div',
    {
      animatable: true,
      jsname: 'ocqpFe',
      class: 'JgybGf',
      role: 'button',
      tabindex: '0',
      'aria-haspopup': 'dialog',
      'aria-expanded': 'false',
      'aria-labelledby': id,
    },
    inner,
    h('span', { class: 'XjoK4b mOdAvf' }),
  )
}

function outer(button: HTMLElement, tray: string): HTMLElement {
  return h(
    'div',
    { animatable: true, class: 'CvJr8b', jscontroller: 'zTdX8e' },
    h(
      'span',
      { animatable: true, 'data-unique-tt-id': 'ucc-22' },
      h(
        'span',
        { animatable: true, 'data-is-tooltip-wrapper': 'true' },
        h(
          'span',
          { animatable: true, jsshadow: true, jscontroller: 'YPfzL' },
          h('div', { animatable: true, jsslot: true }, button),
        ),
        h('div', { class: 'ne2Ple-oshW8e-V67aGc', role: 'tooltip', 'aria-hidden': 'true' }, tray),
      ),
    ),
  )
}
