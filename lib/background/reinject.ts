/**
 * Chrome does not put content scripts into pages that were open before an install, an update or a switch-on. So the background
 * puts them in whenever it wakes; the script itself stands an older copy down.
 */
export async function reinjectInto(tabIds: readonly number[], file: string): Promise<void> {
  for (const tabId of tabIds) {
    try {
      await chrome.scripting.executeScript({ target: { tabId }, files: [file] })
    } catch (failure) {
      // A tab that is being closed or has lost its permission: nothing to do, and nothing is lost.
      console.info(`Tab ${tabId} could not be given its script:`, failure)
    }
  }
}

/** Open meeting tabs. Needs no "tabs" permission: the host permission is enough to see their addresses. */
export async function meetingTabs(patterns: string[]): Promise<readonly number[]> {
  const tabs = await chrome.tabs.query({ url: patterns })
  return tabs.flatMap((tab) => (tab.id === undefined || tab.discarded === true ? [] : [tab.id]))
}
