import { h } from '../dom.ts'
import { button } from '../icon.ts'
import { Cleanup, type Page, type View } from '../page-context.ts'
import { areas } from './areas.ts'
import { durationPart } from '../call/duration.ts'
import { cameraButton, microphoneButton } from '../call/own-buttons.ts'

/**
 * The call goes on while chat or calendar stand in the app: no stage, no panel, only a small window with one picture and
 * the own controls (Teams facts §1, "call goes on off stage").
 */
export function offStageScreen(page: Page): View {
  const { model, say, doings } = page
  const cleanup = new Cleanup()
  const title = model.options.title === '' ? say('meeting') : model.options.title
  const video = h('video', { autoplay: true, playsinline: true })
  video.muted = true
  const monitor = h(
    'div',
    { 'data-tid': 'floating-call-monitor', class: 'sim-monitor' },
    video,
    h('span', { 'data-tid': 'call-monitor-title' }, title),
    durationPart(page, cleanup, true),
    h(
      'div',
      { class: 'sim-monitor-buttons' },
      button(
        { 'data-tid': 'call-monitor-navigate-cw-button', 'aria-label': say('returnToCall') },
        { icon: 'open' },
        () => doings.screen('call'),
      ),
      microphoneButton(page, cleanup),
      cameraButton(page, cleanup),
      button(
        {
          'data-tid': 'hangup-main-btn',
          'data-inp': 'hangup-button',
          id: 'hangup-button',
          'aria-keyshortcuts': 'Ctrl+Shift+H',
          'aria-label': say('leave'),
        },
        { icon: 'hangUp' },
        () => doings.finish('left'),
      ),
    ),
  )
  const frame = areas(page, h('div', { class: 'sim-before' }, h('h1', {}, say('appChat'))), monitor)
  const show = (): void => {
    const first = [...model.people.values()].find((one) => !one.self && one.camera !== 'off')
    const was = [...model.onStage]
    model.onStage.clear()
    if (first !== undefined) model.onStage.add(first.id)
    if (was.join() !== [...model.onStage].join()) model.tell('stage')
    video.srcObject = (first && model.streams.get(first.id)) ?? null
  }
  for (const topic of ['people', 'person', 'stream'] as const) cleanup.add(model.on(topic, show))
  show()
  return {
    element: frame.element,
    close() {
      cleanup.run()
      frame.element.remove()
    },
  }
}
