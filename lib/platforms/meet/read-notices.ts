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
  const lines = dialogs.flatMap((dialog) => proseLeaves(dialog, 40))
  return [...lines.flatMap((line) => statements(page, line)), ...chips]
}

const NOTICES = ['recordingOn', 'transcriptionOn', 'notesOn']

/**
 * The dialog at the door says all that goes on in one piece of text: "This video call is being recorded and transcribed. Gemini is
 * taking notes." Sentences count from the start and only as far as each is one that we know: a name in the middle of a question
 * can't add one.
 */
function statements(page: MeetPage, line: string): string[] {
  const { words } = page.looks
  const sentences = line.split(/\.(?:\s+|$)/).filter((sentence) => sentence !== '')
  const end = sentences.findIndex((sentence) =>
    NOTICES.every((key) => words.match(key, sentence) === undefined),
  )
  return end < 0 ? sentences : sentences.slice(0, end)
}
