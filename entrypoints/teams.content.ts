import { defineContentScript } from 'wxt/utils/define-content-script'
import { createOverlay } from '../components/overlay/index.ts'
import { matchesOf } from '../lib/meeting/sites.ts'
import { startMeetingScript } from '../lib/observe/start.ts'
import { changeWatch } from '../lib/platforms/changeWatch.ts'
import { TEAMS_SITE } from '../lib/platforms/teams/site.ts'

// In the top frame only: nobody has seen the call in a frame of its own since 2024 (dom facts, teams.md §1).
export default defineContentScript({
  matches: matchesOf('teams'),
  runAt: 'document_idle',
  // The page learns nothing from us, and nothing that it says ends the script (lib/observe/life.ts).
  noScriptStartedPostMessage: true,
  main: () => startMeetingScript(TEAMS_SITE, createOverlay, changeWatch),
})
