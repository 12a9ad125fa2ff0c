import type { Observation } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { nameOfControl, proseLeaves, tidy } from '../dom/text.ts'
import { nameKey } from './identity.ts'
import type { TeamsPage } from './page.ts'
import { type Lobby, readLobby } from './read-lobby.ts'
import { readRoster } from './read-roster.ts'

/**
 * Hints that the call is recorded or transcribed. The lasting mark of a recording is not known (dom facts §6), so its absence is
 * "unknown", never "no".
 */
export function readNotices(
  page: TeamsPage,
  banners: readonly string[] = bannerTexts(page),
): Observation['notices'] {
  const { words } = page.looks
  const said = [...banners, ...indicatorTexts(page)]
  const says = (key: string) => said.some((text) => words.match(key, text) !== undefined)
  const button = (target: 'recordButton' | 'transcriptButton', key: string) => {
    const found = page.first(target, page.doc, isDisplayed)
    return found !== undefined && words.match(key, nameOfControl(found)) !== undefined
  }
  const banner = page.first('recordingBanner', page.doc, isDisplayed) !== undefined
  const recorded = banner || says('recordingOn') || button('recordButton', 'stopRecording')
  const written = says('transcriptionOn') || button('transcriptButton', 'stopTranscription')
  return {
    recording: recorded ? 'yes' : 'unknown',
    transcription: written ? 'yes' : 'unknown',
    noteTaking: 'unknown',
  }
}

/** Parts of banners that people can fill: their names, and what they wrote. */
const THEIRS =
  '[data-tid^="participants-in-lobby"], [data-tid="chat-pane-message"], [data-tid="message-author-name"]'
const MAX_BANNERS = 20
/** From a dismiss button up to the banner around it. */
const MAX_STEPS_UP = 4

/** What Teams itself writes into its banners, piece by piece. */
export function bannerTexts(
  page: TeamsPage,
  lobby: Lobby = readLobby(page, readRoster(page)),
): string[] {
  const dismissed = page.all('alertDismiss').flatMap((button) => bannerOf(button) ?? [])
  const banners = [...new Set([...page.every('alert'), ...dismissed])].filter(isDisplayed)
  if (banners.length === 0) return []
  // Nobody locks the meeting by calling himself "This meeting is locked", neither in the call nor while he waits.
  const called = [...page.memory.book.known, ...lobby.rows.map(({ knock }) => knock)]
  const told = lobby.toast === undefined ? [] : proseLeaves(lobby.toast, 40)
  const names = new Set([...called.map(({ name }) => name), ...told].map(nameKey))
  const texts = banners.slice(0, MAX_BANNERS).flatMap((banner) => {
    const theirs = [...banner.querySelectorAll(THEIRS)].map((one) => tidy(one.textContent ?? ''))
    return proseLeaves(banner, 40).filter(
      (leaf) => !names.has(nameKey(leaf)) && !theirs.some((text) => text.includes(leaf)),
    )
  })
  return [...new Set(texts)]
}

function bannerOf(button: Element): Element | undefined {
  let up: Element | null = button.parentElement
  for (let step = 0; up !== null && step < MAX_STEPS_UP; step += 1, up = up.parentElement) {
    if (proseLeaves(up, 2).length > 0) return up
  }
  return undefined
}

function indicatorTexts(page: TeamsPage): string[] {
  return page.all('indicators').flatMap((group) => {
    const labels = [...group.querySelectorAll('[aria-label], [title]')].flatMap((one) => [
      one.getAttribute('aria-label') ?? '',
      one.getAttribute('title') ?? '',
    ])
    return [...labels.map(tidy).filter((text) => text !== ''), ...proseLeaves(group, 10)]
  })
}
