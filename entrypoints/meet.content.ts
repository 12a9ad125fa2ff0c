import { defineContentScript } from 'wxt/utils/define-content-script'
import { createOverlay } from '../components/overlay/index.ts'
import { matchesOf } from '../lib/meeting/sites.ts'
import { startMeetingScript } from '../lib/observe/start.ts'
import { changeWatch } from '../lib/platforms/changeWatch.ts'
import { MEET_SITE } from '../lib/platforms/meet/site.ts'

export default defineContentScript({
  matches: matchesOf('meet'),
  runAt: 'document_idle',
  main: (ctx) => startMeetingScript(ctx, MEET_SITE, createOverlay, changeWatch),
})
