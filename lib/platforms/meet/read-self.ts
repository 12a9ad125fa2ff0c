import type { Share, Tri } from '../../meeting/index.ts'
import { isDisplayed } from '../dom/displayed.ts'
import { nameOfControl } from '../dom/text.ts'
import type { MeetPage } from './page.ts'

/** What the bar at the bottom says about the person at this computer. */
export interface Own {
  readonly camera: 'on' | 'off' | 'unknown'
  readonly microphone: 'on' | 'off' | 'unknown'
  readonly presenting: Tri
}

export function readOwn(page: MeetPage, shares: readonly Share[]): Own {
  return {
    camera: toggle(page.first('ownCamera')),
    microphone: toggle(page.first('ownMicrophone')),
    presenting: presenting(page, shares),
  }
}

function toggle(button: Element | undefined): 'on' | 'off' | 'unknown' {
  const muted = button?.getAttribute('data-is-muted')
  return muted === 'true' ? 'off' : muted === 'false' ? 'on' : 'unknown'
}

/** The stop button or an own share says yes; the start button without them says no. */
function presenting(page: MeetPage, shares: readonly Share[]): Tri {
  if (shares.some(({ own }) => own)) return 'yes'
  if (page.first('stopPresenting', page.doc, isDisplayed) !== undefined) return 'yes'
  const says = (button: Element) =>
    page.looks.words.match('presentingNow', nameOfControl(button)) !== undefined
  if (page.all('barButton').some((button) => says(button) && isDisplayed(button))) return 'yes'
  return page.first('startPresenting') === undefined ? 'unknown' : 'no'
}

/** Meet draws the host controls for hosts and co-hosts only; the other panel buttons say whether the bar is there at all. */
export function readIsHost(page: MeetPage, rowSaysHost: boolean): Tri {
  if (page.first('hostControlsButton') !== undefined || rowSaysHost) return 'yes'
  return page.first('panelButton') === undefined ? 'unknown' : 'no'
}
