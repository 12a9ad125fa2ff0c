import { Announcer } from './call/announcer.ts'
import { Dialogs } from './call/dialogs.ts'
import { Scenes } from './camera/scenes.ts'
import { Studio } from './camera/studio.ts'
import { Doings } from './doings.ts'
import { h, listen } from './dom.ts'
import { wording } from './labels/index.ts'
import { Model } from './model.ts'
import { readOptions } from './options.ts'
import type { Page, View } from './page-context.ts'
import { rememberPeople } from './remember.ts'
import { callScreen, type CallView } from './screens/call.ts'
import { endedScreen } from './screens/ended.ts'
import { greenRoom } from './screens/green-room.ts'
import { landing } from './screens/landing.ts'
import { waitingScreen } from './screens/waiting.ts'
import { simOf } from './sim.ts'

/**
 * The page. One screen stands at a time and none of the changes is a navigation (Meet facts §1, "no reload"):
 *
 *     greenRoom ──join──▶ inCall ──leave, removed, ended──▶ ended ──60 s──▶ the home page
 *         │                 ▲                                 │
 *         └─ask to join─▶ waiting ──denied──────────────────▶ ┘   (rejoin leads back to greenRoom)
 */
async function start(): Promise<void> {
  const options = readOptions(new URL(location.href))
  const model = new Model(options)
  const say = wording(options.language)
  const scenes = new Scenes()
  await scenes.load()
  const studio = new Studio(model, scenes)
  const announcer = new Announcer(say)
  const dialogs = new Dialogs()
  const doings = new Doings({ model, scenes, studio, say, announcer, dialogs })
  const page: Page = { model, say, studio, doings }

  const root = h('c-wiz' as 'div', {
    'c-wiz': true,
    jscontroller: 'JGjVRe',
    'data-unresolved-meeting-id': options.code === '' ? undefined : options.code,
    'data-auto-join': 'false',
  })
  document.getElementById('yDmH0d')?.append(root)
  listen(document.body)

  let screen: View | undefined
  let call: CallView | undefined
  const show = (): void => {
    dialogs.clear()
    screen?.close()
    call = undefined
    if (model.phase === 'inCall') screen = call = callScreen(page)
    else if (model.phase === 'greenRoom') screen = greenRoom(page)
    else if (model.phase === 'waiting') screen = waitingScreen(page)
    else if (model.phase === 'ended') screen = endedScreen(page)
    else screen = landing(page)
    if (model.phase !== 'inCall') document.title = say('meet')
    root.append(screen.element)
  }
  model.on('phase', show)
  rememberPeople(model)
  window.sim = simOf(model, doings, studio, () => call)
  if (model.phase === 'inCall') doings.phase('inCall')
  else show()
}

window.simReady = start()
