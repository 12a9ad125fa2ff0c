// Opens a browser with the extension in a simulated Year 4 lesson, for a person to try. Ends when the browser is closed.
import { setStage } from '../../test/e2e/support/browser.ts'
import { demoClass } from '../../test/e2e/support/class.ts'
import { ask } from '../../test/e2e/support/panel.ts'
import { INTERFACES, openCall } from '../../test/e2e/support/sites.ts'

const where = INTERFACES.find((one) => process.argv.includes(one)) ?? 'meet-2026'

const stage = await setStage({ headless: false })
const closed = new Promise<void>((done) => stage.browser.once('disconnected', () => done()))
const options = await stage.open('options.html')
await ask(options, 'saveRegister', { register: await demoClass() })
await options.close()
const { sim } = await openCall(stage.browser, where, {
  start: 'greenRoom',
  params: { title: 'Year 4 Maths', person: 'people/15.webp', room: 'plain' },
})

console.log(`
The simulated lesson is open. Click the Lesson Steward icon in the toolbar (behind the puzzle piece) for the side panel, choose the class,
then "Join now". Children arrive by themselves. To make things happen, use window.sim in the page's console: test/sites/README.md.
Close the browser to end.`)

const arrivals = [
  ['Amelia Potter', 'living'],
  ['Priya Shah', 'bedroom'],
  ['Zofia Kowalska', 'kitchen'],
  ['iPad (2)', 'dining'],
  ['Grace Okafor', 'plain'],
] as const
const inCall = async (): Promise<boolean> => (await sim.state()).phase === 'inCall'
const arrive = async (): Promise<void> => {
  while (!(await inCall())) await new Promise((done) => setTimeout(done, 1000))
  for (const [name, room] of arrivals) {
    await sim.knock({ name, room })
    await new Promise((done) => setTimeout(done, 4000))
  }
}
// The person may close the browser or leave the page at any moment: then there is nobody to arrive for.
await Promise.race([closed, arrive().catch(() => undefined)])
await closed
await stage
  .close()
  .catch((problem: unknown) => console.warn('Not everything could be tidied up:', problem))
console.log('The browser was closed. Nothing was left behind.')
