import type { Observation, Tri } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { nameOfControl, proseLeaves } from '../dom/text.ts'
import type { MeetPage } from './page.ts'

/**
 * Hints that the call is recorded, transcribed or written down by Gemini. No mark for the first two is known beyond wording, so
 * their absence is "unknown", never "no" (dom/meet.md §6).
 */
export function readNotices(page: MeetPage): Observation['notices'] {
  const { words } = page.looks
  const said = noticeTexts(page)
  const says = (key: string) => said.some((text) => words.match(key, text) !== undefined)
  return {
    recording: says('recordingOn') ? 'yes' : 'unknown',
    transcription: says('transcriptionOn') ? 'yes' : 'unknown',
    noteTaking: noteTaking(page, says('notesOn')),
  }
}

function noteTaking(page: MeetPage, announced: boolean): Tri {
  if (announced) return 'yes'
  const chip = page.first('notesChip')
  const label = chip === undefined ? '' : nameOfControl(chip)
  if (page.looks.words.match('notesOn', label) !== undefined) return 'yes'
  if (page.looks.words.match('notesOff', label) !== undefined) return 'no'
  return 'unknown'
}

/** What Meet itself writes: dialogs and the chips at the top. Nothing that a participant can write. */
function noticeTexts(page: MeetPage): string[] {
  const dialogs = page.every('dialog').filter(isDisplayed)
  const chips = page.all('noticeChip').filter(isDisplayed).map(nameOfControl)
  return [...dialogs.flatMap((dialog) => proseLeaves(dialog, 40)), ...chips]
}
