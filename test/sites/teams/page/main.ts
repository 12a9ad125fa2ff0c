import { Scenes } from '../../meet/page/camera/scenes.ts'
import { Doings } from './doings.ts'
import { h, listen } from './dom.ts'
import { loadIcons } from './icon.ts'
import { wording } from './labels/index.ts'
import { Model } from './model.ts'
import { readOptions, type Options } from './options.ts'
import type { Page, View } from './page-context.ts'
import { Portal } from './portal.ts'
import { chosenAddress, rememberPeople } from './remember.ts'
import { callScreen, type CallView } from './screens/call.ts'
import { appPage } from './screens/app.ts'
import { endedScreen } from './screens/ended.ts'
import { connectingScreen, lobbyScreen, prejoinScreen } from './screens/before.ts'
import { launcher } from './screens/launcher.ts'
import { offStageScreen } from './screens/off-stage.ts'
import { simOf } from './sim.ts'
import { Studio } from './studio.ts'

/**
 * The page. Only the step from the launcher is a navigation; afterwards one screen stands at a time (Teams facts §1):
 *
 *     launcher ══▶ prejoin ──join──▶ connecting ──▶ call ──leave, removed, ended──▶ ended
 *                                        │           ▲ │                            ▲
 *                                        └─▶ lobby ──┘ └─chat, calendar─▶ offStage ─┘
 *                                              └──────denied───────────────────────▶ ended
 */
async function start(): Promise<void> {
  const address = chosenAddress()
  const options = readOptions(address)
  const model = new Model(options)
  const say = wording(options.language)
  const scenes = new Scenes()
  await Promise.all([scenes.load(), loadIcons()])
  const { doc, root } = await place(options)
  const portal = new Portal(doc, model)
  const studio = new Studio(model, scenes)
  const doings = new Doings({ model, scenes, studio, say, portal, address })
  const page: Page = { model, say, studio, doings, portal }
  listen(doc.body)

  let screen: View | undefined
  let call: CallView | undefined
  const show = (): void => {
    screen?.close()
    call = undefined
    screen = undefined
    if (model.screen === 'call') screen = call = callScreen(page)
    else if (model.screen === 'offStage') screen = offStageScreen(page)
    else if (model.screen === 'launcher') screen = launcher(page, address)
    else if (model.screen === 'prejoin') screen = prejoinScreen(page)
    else if (model.screen === 'connecting') screen = connectingScreen(page)
    else if (model.screen === 'lobby') screen = lobbyScreen(page)
    else if (model.screen === 'ended') screen = endedScreen(page)
    else screen = appPage(page)
    root.append(screen.element)
    const title = model.screen === 'launcher' ? say('launcherTitle') : titleOf(page)
    document.title = model.screen === 'app' ? 'Microsoft Teams' : `${title} | Microsoft Teams`
  }
  model.on('screen', show)
  rememberPeople(model)
  window.sim = simOf(model, doings, studio, () => call)
  doings.screen(model.screen)
}

function titleOf({ model, say }: Page): string {
  return model.options.title === '' ? say('meeting') : model.options.title
}

/**
 * Where the page is built: in the top document (Teams facts §1, high), or in a frame of the same origin as older builds had
 * it. A sandboxed frame without anything in it always lies about too.
 */
async function place(options: Options): Promise<{ doc: Document; root: HTMLElement }> {
  const app = document.getElementById('app')
  if (app === null) throw new Error('The shell has no #app.')
  document.body.append(h('iframe', { sandbox: true, hidden: true, title: '' }))
  if (options.frame === 'main') return { doc: document, root: app }
  const frame = h('iframe', {
    id: 'experience-container-4c1d',
    class: 'embedded-electron-webview embedded-page-content',
    name: 'experience',
  })
  app.append(frame)
  const doc = frame.contentDocument
  if (doc === null) throw new Error('The frame has no document.')
  doc.head.append(h('link', { rel: 'stylesheet', href: '/sim/teams/page/teams.css' }))
  const root = h('div', { id: 'app' })
  doc.body.append(root)
  return { doc, root }
}

window.simReady = start()
