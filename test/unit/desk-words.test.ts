import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import type { LanguageChoice } from '../../lib/words/language.ts'
import { MEETING_ENGLISH, type MeetingWords } from '../../lib/words/start.ts'
import { deskAt, meetingTab } from '../support/desk.ts'
import { memoryJournal } from '../support/memoryJournal.ts'
import { memoryLooks } from '../support/memoryLooks.ts'

const WELSH: MeetingWords = { language: 'cy', words: { 'Show me': 'Dangos i mi' } }

/** A browser that prefers this language. */
function deskIn(preferred: MeetingWords) {
  const chosen = { en: MEETING_ENGLISH, cy: WELSH, browser: preferred }
  const speak = async (choice: LanguageChoice) => chosen[choice]
  return deskAt(undefined, memoryJournal(), memoryLooks(), {}, { speak }).desk
}

async function toldIn(preferred: MeetingWords) {
  const desk = deskIn(preferred)
  // Before anything is loaded: a worker that was just woken by the page.
  const meeting = meetingTab(desk)
  await vi.waitFor(() => expect(meeting.overlay()).toBeDefined())
  const types = () => meeting.told.map(({ type }) => type)
  const words = () => meeting.told.filter(({ type }) => type === 'words')
  return { desk, types, words }
}

describe('the language of a meeting page', () => {
  it('is told once, after the looks and before the first view', async () => {
    const { types, words } = await toldIn(WELSH)
    expect(types()).toEqual(['looks', 'words', 'overlay'])
    expect(words()).toEqual([{ type: 'words', ...WELSH }])
  })

  it('is not told where it is English', async () => {
    const { types } = await toldIn(MEETING_ENGLISH)
    expect(types()).toEqual(['looks', 'overlay'])
  })

  it('is told to every open meeting when it changes, also back to English', async () => {
    const { desk, words } = await toldIn(MEETING_ENGLISH)
    const other = meetingTab(desk, 2)
    await vi.waitFor(() => expect(other.overlay()).toBeDefined())
    const save = (language: LanguageChoice) =>
      desk.fromPage('saveSettings', { ...DEFAULT_SETTINGS, language })
    await save('cy')
    await save('cy')
    expect(words()).toEqual([{ type: 'words', ...WELSH }])
    expect(other.told).toContainEqual({ type: 'words', ...WELSH })
    await save('en')
    expect(words().at(-1)).toEqual({ type: 'words', ...MEETING_ENGLISH })
  })
})
