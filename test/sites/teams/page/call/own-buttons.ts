import { button, setFace } from '../icon.ts'
import type { Cleanup, Page } from '../page-context.ts'

/**
 * The own microphone. The label names what a click does; the state is in `data-state` in the full client and in the icon's
 * `data-testid` in the light one (Teams facts §6).
 */
export function microphoneButton(page: Page, cleanup: Cleanup): HTMLButtonElement {
  const { model, say, doings } = page
  const full = model.options.client === 'full'
  const made = button({ id: full ? 'microphone-button' : 'mic-button' }, { icon: 'mic' }, () =>
    doings.toggleSelf('microphone'),
  )
  const show = (): void => {
    const self = model.self()
    if (self === undefined) return
    const may = model.may(self, 'microphone')
    const state = self.microphone ? 'on' : may ? 'off' : 'prohibited'
    made.setAttribute(
      'aria-label',
      say(self.microphone ? 'muteMic' : may ? 'unmuteMic' : 'micDisabled'),
    )
    if (full) made.setAttribute('data-state', self.microphone ? 'mic' : 'mic-off')
    setFace(made, self.microphone ? 'mic' : 'micOff', {
      'data-testid': full ? undefined : `ubar-mic-${state}-icon`,
    })
  }
  cleanup.add(model.on('person', show), model.on('host', show), model.on('people', show))
  show()
  return made
}

export function cameraButton(page: Page, cleanup: Cleanup): HTMLButtonElement {
  const { model, say, doings } = page
  const made = button({ id: 'video-button' }, { icon: 'camera' }, () => doings.toggleSelf('camera'))
  const show = (): void => {
    const self = model.self()
    if (self === undefined) return
    const on = self.camera !== 'off'
    made.setAttribute('aria-label', say(on ? 'cameraOff' : 'cameraOn'))
    setFace(made, on ? 'camera' : 'cameraOff')
  }
  cleanup.add(model.on('person', show), model.on('people', show))
  show()
  return made
}
