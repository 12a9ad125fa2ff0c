import { describe, expect, it } from 'vitest'
import { onCommand } from '../../lib/background/commands.ts'
import { SHORTCUTS } from '../../lib/background/shortcuts.ts'
import { createWishes } from '../../lib/background/wishes.ts'
import { askForEmergency, createPanelStore } from '../../components/panel/store.ts'
import config from '../../wxt.config.ts'

const MEET = 'https://meet.google.com/abc-defg-hij'

/** What a shortcut led to, in the order in which it was asked for. */
function pressed(command: string, front: Parameters<typeof onCommand>[1]): readonly string[] {
  const done: string[] = []
  onCommand(command, front, {
    openPanel: (windowId) => void done.push(`panel ${windowId}`),
    focusPrompt: (tabId) => void done.push(`focus ${tabId}`),
    showEmergency: (windowId) => void done.push(`emergency ${windowId}`),
  })
  return done
}

describe('a shortcut', () => {
  it('opens the panel first, in the turn of the key press, and then the emergency steps in it', () => {
    expect(pressed('emergency', { id: 4, windowId: 2, url: MEET })).toEqual([
      'panel 2',
      'emergency 2',
    ])
  })

  it('leads to the card on a meeting, and from any other tab to the panel', () => {
    expect(pressed('focus-prompt', { id: 4, windowId: 2, url: MEET })).toEqual(['focus 4'])
    expect(pressed('focus-prompt', { id: 4, windowId: 2, url: 'https://example.org/' })).toEqual([
      'panel 2',
    ])
    // No other page's address can be seen.
    expect(pressed('focus-prompt', { id: 4, windowId: 2 })).toEqual(['panel 2'])
  })

  it('does nothing without a window, or by a name that is none of ours', () => {
    expect(pressed('emergency', undefined)).toEqual([])
    expect(pressed('emergency', { id: 4 })).toEqual([])
    expect(pressed('endForAll', { id: 4, windowId: 2, url: MEET })).toEqual([])
  })
})

describe('what was asked of a panel that is only just opening', () => {
  it('is kept for some seconds and then forgotten', () => {
    let now = 1_000
    const wishes = createWishes<number>(() => now)
    wishes.ask(2)
    now += 3_000
    expect(wishes.fresh()).toEqual([{ of: 2, at: 1_000 }])
    expect(wishes.take(2)).toBe(true)
    expect(wishes.take(2)).toBe(false)
    wishes.ask(2)
    now += 9_000
    expect(wishes.fresh()).toEqual([])
    expect(wishes.take(2)).toBe(false)
  })

  it('is one press although it is told twice, and never an old one', () => {
    const store = createPanelStore()
    askForEmergency(store, 5)
    const first = store.getState()
    askForEmergency(store, 5)
    askForEmergency(store, 4)
    expect(store.getState()).toBe(first)
    askForEmergency(store, 6)
    expect(store.getState().emergencyAt).toBe(6)
  })
})

describe('the suggested keys', () => {
  const keys = SHORTCUTS.map((one) => one.suggested)

  it('are in the manifest as they are in the settings, at most four, each once', () => {
    const { manifest } = config
    if (typeof manifest !== 'object' || manifest instanceof Promise)
      throw new Error('The manifest is no longer a plain table.')
    const commands = manifest.commands ?? {}
    expect(Object.keys(commands)).toEqual(SHORTCUTS.map((one) => one.command))
    expect(SHORTCUTS.map((one) => commands[one.command]?.suggested_key)).toEqual(
      keys.map((key) => ({ default: key })),
    )
    expect(new Set(keys).size).toBe(keys.length)
    expect(keys.length).toBeLessThanOrEqual(4)
  })

  it('are none of the sites’ or the browser’s own', () => {
    // Documented for meetings in Teams on the web, and Chrome's own with these two keys (toolbar, report, dialogs, bookmarks).
    const taken = ['A', 'C', 'D', 'E', 'R', 'S', 'V', 'Z', 'T', 'I', 'B', 'N']
    for (const key of keys) {
      expect(key).toMatch(/^Alt\+Shift\+[A-Z]$/u)
      expect(taken).not.toContain(key.at(-1))
    }
  })
})
