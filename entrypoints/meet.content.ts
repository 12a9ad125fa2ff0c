import { defineContentScript } from 'wxt/utils/define-content-script'
import { createOverlay } from '../components/overlay/index.ts'
import { matchesOf } from '../lib/meeting/sites.ts'
import { startMeetingScript } from '../lib/observe/start.ts'
import { changeWatch } from '../lib/platforms/changeWatch.ts'
import { MEET_SITE } from '../lib/platforms/meet/site.ts'

export default defineContentScript({
  matches: matchesOf('meet'),
  runAt: 'document_idle',
  // The page learns nothing from us, and nothing that it says ends the script (lib/observe/life.ts).
  noScriptStartedPostMessage: true,
  main: () => startMeetingScript(MEET_SITE, createOverlay, changeWatch),
})
