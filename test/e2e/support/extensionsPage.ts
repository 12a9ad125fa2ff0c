import type { Stage } from './browser.ts'

/** What Chrome's own page of extensions can do, as far as a test needs it. */
interface DeveloperPrivate {
  updateExtensionConfiguration(change: {
    extensionId: string
    hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'
  }): Promise<void>
}

/**
 * Takes the permission for the sites away from the extension, or gives it back, by the switch in `chrome://extensions`: it is a required
 * one, which `chrome.permissions.remove` refuses to take away.
 */
export async function setHostAccess(
  stage: Stage,
  hostAccess: 'ON_CLICK' | 'ON_ALL_SITES',
): Promise<void> {
  const page = await stage.browser.newPage()
  try {
    await page.goto('chrome://extensions')
    await page.evaluate(
      async (extensionId, access) => {
        const { developerPrivate } = chrome as unknown as { developerPrivate: DeveloperPrivate }
        await developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: access })
      },
      stage.extensionId,
      hostAccess,
    )
  } finally {
    await page.close()
  }
}
