import type { Access, HealthItem, Phase, Tri } from '../../meeting/index.ts'
import { MAX_NAME } from '../../meeting/index.ts'
import { only } from '../dom/act.ts'
import type { Control } from '../dom/act-types.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { clip, nameOfControl, proseLeaves } from '../dom/text.ts'
import type { WordMatch } from '../dom/words.ts'
import type { AccessLevel, MeetPage } from './page.ts'

/** Radio buttons in the order of the panel (FUS 2026-08): a guessed word counts as certain when it stands in its place. */
const LEVELS: readonly { readonly level: AccessLevel; readonly word: string }[] = [
  { level: 'open', word: 'accessOpen' },
  { level: 'trusted', word: 'accessTrusted' },
  { level: 'restricted', word: 'accessRestricted' },
]

export function hostPanel(page: MeetPage): Element | undefined {
  return page.first('hostControlsPanel')
}

export function accessRadios(
  page: MeetPage,
  panel: Element,
): Partial<Record<AccessLevel, Control>> {
  const radios = page.all('panelRadio', panel)
  const found: Partial<Record<AccessLevel, Control>> = {}
  for (const [place, { level, word }] of LEVELS.entries()) {
    const hits = radios.flatMap((element, at): Control[] => {
      const match = wordedRow(page, element, word, panel)
      if (match === undefined) return []
      const inPlace = radios.length === LEVELS.length && at === place
      return [{ element, certain: match.certain || inPlace }]
    })
    const one = theOne(hits)
    if (one !== undefined) found[level] = one
  }
  return found
}

/** Of several that say the same nobody knows which is meant. */
function theOne(hits: readonly Control[]): Control | undefined {
  const best = hits.some(({ certain }) => certain) ? hits.filter(({ certain }) => certain) : hits
  const single = only(best.map(({ element }) => element))
  if (single?.certain !== true) return single
  return best.find(({ element }) => element === single.element)
}

export function askToJoinBox(page: MeetPage, panel: Element): Control | undefined {
  const boxes = [...page.all('panelCheckbox', panel), ...page.all('panelSwitch', panel)]
  return theOne(
    boxes.flatMap((element): Control[] => {
      const match = wordedRow(page, element, 'askToJoin', panel)
      return match === undefined ? [] : [{ element, certain: match.certain }]
    }),
  )
}

export function panelSwitch(page: MeetPage, panel: Element, word: string): Control | undefined {
  return theOne(
    page.all('panelSwitch', panel).flatMap((element): Control[] => {
      const match = page.looks.words.match(word, nameOfControl(element), 'start')
      return match === undefined ? [] : [{ element, certain: match.certain }]
    }),
  )
}

/** Most of these controls have no label: the wording is that of the row, which holds no second control. */
function wordedRow(
  page: MeetPage,
  control: Element,
  word: string,
  panel: Element,
): WordMatch | undefined {
  const { words } = page.looks
  const label = nameOfControl(control)
  if (label !== '') {
    const match = words.match(word, label) ?? words.match(word, label, 'start')
    if (match !== undefined) return match
  }
  const kind = 'input, [role="radio"], [role="checkbox"], [role="switch"]'
  const id = control.getAttribute('id')
  const tied =
    id === null || id === '' ? null : panel.querySelector(`label[for="${CSS.escape(id)}"]`)
  let row: Element = control
  for (let up = control.parentElement; up !== null && up !== panel; up = up.parentElement) {
    if (up.querySelectorAll(kind).length > 1) break
    row = up
  }
  const leaves = [...(tied === null ? [] : proseLeaves(tied, 10)), ...proseLeaves(row, 10)]
  for (const leaf of leaves) {
    const match = words.match(word, leaf)
    if (match !== undefined) return match
  }
  return undefined
}

export function isOn(control: Element): boolean {
  if (control instanceof HTMLInputElement) return control.checked
  return control.getAttribute('aria-checked') === 'true'
}

/**
 * Who may come in. The badge at the top is always there for a host, but its wording is known for one state only; the radio buttons of
 * the host controls say it exactly, once that panel has been opened (a closed panel stays in the page, or goes). While both are in
 * sight the badge's words are learnt, in whatever language they are. Where two disagree, the less safe answer wins.
 */
export function readAccess(page: MeetPage): Access {
  const { badgeLabels, askToJoin: lastAsk } = page.memory
  const badge = page.first('accessBadge')
  const label = badge === undefined ? '' : clip(nameOfControl(badge), MAX_NAME)
  const saysOpen = page.looks.words.match('badgeOpen', label)?.certain === true
  const panel = hostPanel(page)
  const level = panel === undefined ? undefined : levelIn(page, panel)
  const askToJoin = panel === undefined ? lastAsk : readAsk(page, panel)
  if (saysOpen) return { state: 'open', askToJoin, seenAt: 'badge', label }
  const panelShown = panel !== undefined && isDisplayed(panel)
  if (level !== undefined && panelShown) {
    noteBadge(page, level, label)
    return { state: level, askToJoin, seenAt: 'panel', label }
  }
  const learnt = LEVELS.filter((one) => label !== '' && badgeLabels.get(one.level) === label)
  if (learnt.length === 1 && learnt[0] !== undefined) {
    return { state: learnt[0].level, askToJoin, seenAt: 'badge', label }
  }
  if (level !== undefined) return { state: level, askToJoin, seenAt: 'panel', label }
  return { state: 'unknown', askToJoin, seenAt: badge === undefined ? 'nowhere' : 'badge', label }
}

/** The badge follows the panel by way of Google's servers: a pair must have held this long to be believed. */
const BADGE_HOLDS_MS = 2000

function noteBadge(page: MeetPage, level: AccessLevel, label: string): void {
  const { memory } = page
  if (label === '') return
  const now = performance.now()
  const candidate = memory.badgeCandidate
  if (candidate?.level !== level || candidate.label !== label) {
    memory.badgeCandidate = { level, label, since: now }
  } else if (now - candidate.since >= BADGE_HOLDS_MS) {
    learnBadge(page, level, label)
  }
}

/** One wording for each level: a newer one replaces it, and a level that had this wording before loses it. */
export function learnBadge(page: MeetPage, level: AccessLevel, label: string): void {
  const { badgeLabels } = page.memory
  for (const [other, said] of badgeLabels)
    if (said === label && other !== level) badgeLabels.delete(other)
  badgeLabels.set(level, label)
}

export function levelIn(page: MeetPage, panel: Element): AccessLevel | undefined {
  const radios = accessRadios(page, panel)
  const on = LEVELS.filter(({ level }) => {
    const control = radios[level]
    return control?.certain === true && isOn(control.element)
  })
  return on.length === 1 ? on[0]?.level : undefined
}

/** Meet shows the box with some of the choices only; out of sight, what it last said still holds. */
function readAsk(page: MeetPage, panel: Element): 'on' | 'off' | 'unknown' {
  const box = askToJoinBox(page, panel)
  if (box?.certain === true) page.memory.askToJoin = isOn(box.element) ? 'on' : 'off'
  return page.memory.askToJoin
}

/** How far the lock can be trusted. An unknown wording on the badge is no lock and no open door: it is not known. */
export function lockHealth(page: MeetPage, phase: Phase, isHost: Tri, access: Access): HealthItem {
  if (phase === 'unknown') return { level: 'blind', why: 'pageNotRecognised' }
  if (phase !== 'inCall') return { level: 'blind', why: 'notInCall' }
  if (access.state !== 'unknown') {
    if (access.seenAt === 'badge') return { level: 'complete' }
    const panel = hostPanel(page)
    if (panel !== undefined && isDisplayed(panel)) return { level: 'complete' }
    return { level: 'partial', why: 'panelClosed' }
  }
  if (access.seenAt === 'badge') {
    return { level: 'blind', why: 'badgeWordingUnknown', detail: clip(access.label, 80) }
  }
  return { level: 'blind', why: isHost === 'no' ? 'notAHost' : 'badgeMissing' }
}
