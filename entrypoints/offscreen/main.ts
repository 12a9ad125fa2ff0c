import { browser } from '../../lib/bus/browser.ts'
import { tellBackground } from '../../lib/bus/client.ts'
import { proveSender } from '../../lib/bus/proof.ts'
import { createRoomClassifier } from '../../lib/vision/host.ts'
import { FRAMES_PORT } from '../../lib/vision/messages.ts'
import { createFrameReceiver } from '../../lib/vision/receiver.ts'

// Wiring only: pictures come in over ports named "frames" from a proven meeting page, readings go to the background.
const classifier = createRoomClassifier().then((made) => {
  if ('failed' in made) console.warn(`The room check is off: ${made.failed}.`, made.detail)
  return made
})
const receiver = createFrameReceiver({ classifier, tell: tellBackground })

browser.runtime.onConnect.addListener((port) => {
  // Ports of other names are the background's.
  if (port.name !== FRAMES_PORT) return
  const proof = proveSender(port.sender, browser.runtime.id)
  if (proof?.from === 'meeting') receiver.accept(port, proof.tabId)
  else port.disconnect()
})
