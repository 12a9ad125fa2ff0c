import { h, type Attributes } from './dom.ts'
import type { IconWord } from './icon-words.ts'

/** The icon element of the 2025–26 pages: the word is a text node, the picture comes from icons.css. */
export function icon(word: IconWord, more = ''): HTMLElement {
  return h(
    'i',
    {
      class: classes('quRWN-Bz112c google-symbols notranslate', word, more),
      'aria-hidden': 'true',
    },
    word,
  )
}

/** The older icon element, still used in tiles and chat. */
export function oldIcon(word: IconWord, more = ''): HTMLElement {
  return h(
    'i',
    { class: classes('google-material-icons notranslate', word, more), 'aria-hidden': 'true' },
    word,
  )
}

function classes(start: string, word: IconWord, more: string): string {
  return `${start} ${more} sim-icon-${word}`.replace(/ +/g, ' ')
}

export function setIcon(element: HTMLElement, word: IconWord): void {
  if (element.textContent === word) return
  element.className = element.className.replace(/sim-icon-\S+/, `sim-icon-${word}`)
  element.textContent = word
}

export interface IconButton {
  /** The wrapper with the tooltip: put this into the page. */
  readonly wrap: HTMLElement
  readonly button: HTMLButtonElement
  label(text: string): void
  icon(word: IconWord): void
}

let tooltips = 100

/** A round button as both captures have it: label on the button, icon words inside, tooltip beside it. */
export function iconButton(word: IconWord, label: string, attributes: Attributes = {}): IconButton {
  tooltips += 1
  const id = `tt-c${tooltips}`
  const picture = icon(word)
  const button = h(
    'button',
    {
      class: 'VYBDae-Bz112c-LgbsSe VYBDae-Bz112c-LgbsSe-OWXEXe-SfQLQb-suEOdc hk9qKe S5GDme',
      jscontroller: 'PIVayb',
      'aria-label': label,
      'data-tooltip-enabled': 'true',
      'data-tooltip-id': id,
      role: 'button',
      ...attributes,
    },
    h('span', { class: 'OiePBf-zPjgPe VYBDae-Bz112c-UHGRz' }),
    h(
      'span',
      { jsname: 'S5tZuc', 'aria-hidden': 'true', class: 'VYBDae-Bz112c-kBDsod-Rtc0Jf' },
      picture,
    ),
    h('div', { class: 'VYBDae-Bz112c-RLmnJb' }),
  )
  const tooltip = h(
    'div',
    { class: 'ne2Ple-oshW8e-V67aGc', role: 'tooltip', 'aria-hidden': 'true', id },
    label,
  )
  return {
    wrap: h('span', { 'data-is-tooltip-wrapper': 'true' }, button, tooltip),
    button,
    label(text) {
      if (button.getAttribute('aria-label') === text) return
      button.setAttribute('aria-label', text)
      tooltip.textContent = text
    },
    icon: (next) => setIcon(picture, next),
  }
}

/** A button with words on it, as dialogs and the lobby have. */
export function textButton(text: string, attributes: Attributes = {}): HTMLButtonElement {
  return h(
    'button',
    { class: 'UywwFc-LgbsSe sim-text-button', jscontroller: 'O626Fe', ...attributes },
    h('span', { class: 'OiePBf-zPjgPe' }),
    h('span', { jsname: 'V67aGc', class: 'UywwFc-vQzf8d' }, text),
  )
}
