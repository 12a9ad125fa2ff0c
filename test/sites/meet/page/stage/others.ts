import { h } from '../dom.ts'
import type { Person } from '../model.ts'
import { avatarOf } from './avatar.ts'

/** The cell for the people who have no tile. Its markup was never captured: invented, and without any participant id. */
export function othersTile(text: string, hidden: readonly Person[]): HTMLElement {
  const faces = hidden
    .slice(0, 2)
    .map((person) => h('img', { alt: '', class: 'Qw4c9e', src: avatarOf(person.name) }))
  return h(
    'div',
    { class: 'dkjMxf sim-others iPFm3e' },
    h('div', { class: 'sim-others-faces' }, ...faces),
    h('div', { class: 'sim-others-text' }, text),
  )
}
