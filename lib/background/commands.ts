import { platformOf } from '../meeting/sites.ts'

/** The tab in front when a shortcut was pressed, as far as it is looked at. */
export interface FrontTab {
  readonly id?: number | undefined
  readonly windowId?: number | undefined
  /** Told for meeting sites alone: no other page can be seen. */
  readonly url?: string | undefined
}

export interface CommandParts {
  /** Opens the side panel of a window. Allowed only in the very turn of the key press. */
  readonly openPanel: (windowId: number) => void
  /** Has the card of a meeting tab take the keyboard, now or when its script is connected again after the worker slept. */
  readonly focusPrompt: (tabId: number) => void
  /** Has the panel of a window show the emergency steps, now or as soon as it is open. */
  readonly showEmergency: (windowId: number) => void
}

/** What becomes of a shortcut. The browser itself opens the panel for `_execute_action`. */
export function onCommand(command: string, tab: FrontTab | undefined, to: CommandParts): void {
  const windowId = tab?.windowId
  if (tab === undefined || windowId === undefined) return
  if (command === 'emergency') {
    to.openPanel(windowId)
    to.showEmergency(windowId)
  } else if (command === 'focus-prompt') {
    // The card stands on the meeting; from any other tab the same message is in the panel.
    if (tab.id !== undefined && isMeeting(tab.url)) to.focusPrompt(tab.id)
    else to.openPanel(windowId)
  }
}

function isMeeting(url: string | undefined): boolean {
  return url !== undefined && URL.canParse(url) && platformOf(new URL(url).origin) !== undefined
}
