import type { Page } from 'puppeteer'
import { confirmInMeeting, idInCall } from '../../../test/e2e/support/lesson.ts'
import { isTeams, press, pressBeside, seen } from '../kit.ts'
import type { Scene } from '../kit.ts'

const asked = (scene: Scene, kind: string) =>
  seen(scene.panel, kind, (view) => view.prompts.some((prompt) => prompt.kind === kind))
const notAsked = (scene: Scene, kind: string) =>
  seen(scene.panel, `no ${kind}`, (view) => view.prompts.every((prompt) => prompt.kind !== kind))

/** Every picture of the call has begun, also that of a screen that was shared a moment ago. */
const drawn = (meeting: Page) =>
  meeting.waitForFunction(() =>
    [...document.querySelectorAll('video')]
      .filter((one) => one.checkVisibility())
      .every((one) => one.videoWidth > 0 && one.currentTime > 0),
  )

/** Only the whole list takes somebody away: closed too soon, it would leave them in the call. */
const gone = (scene: Scene, name: string, left: number) =>
  seen(scene.panel, `${left} of ${name}`, ({ people }) => {
    const named = people.filter((row) => row.name === name && row.where === 'inCall')
    return named.length === left
  })

/** Somebody who comes too late: the door is shut, and what the policy says of that is said. */
export async function lateKnock(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  // A locked call of Teams lets nobody knock (dom facts, teams.md): there is nothing to show.
  if (isTeams(scene)) return
  await sim.setAccess({ askToJoin: true })
  await sim.knock({ name: 'Leo Martins', room: 'living' })
  await sim.openPanel('people')
  await seen(panel, 'the late knock', (view) =>
    view.knocks.some((knock) => knock.name === 'Leo Martins' && knock.late),
  )
  await camera.shoot('late-knock', meeting, panel)
  await pressBeside(scene, 'Don’t let in')
  await seen(panel, 'nobody waiting', (view) => view.knocks.length === 0)
  await sim.setAccess({ askToJoin: false })
  await sim.openPanel(null)
}

/** Somebody takes another child's name, by a new name of their own. */
export async function copiedName(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  const ollie = await idInCall(sim, 'Ollie Bennett')
  await sim.rename(ollie, 'Amelia Potter')
  await asked(scene, 'duplicateName')
  await camera.shoot('rename-alarm', meeting, panel)
  // The own name is put back, as the tool asks for: that is no news.
  await sim.rename(ollie, 'Ollie Bennett')
  await notAsked(scene, 'duplicateName')
  await notAsked(scene, 'renamed')
}

/**
 * The same on Teams, where nobody's id is on the page: whoever changes a name can't be told from somebody else who came, so there it is
 * shown with somebody who comes in under it. With the list closed, two tiles of one name may be two copies of one picture; the list tells.
 */
export async function twoOfOneName(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  await sim.openPanel('people')
  const copy = await sim.join({ name: 'Amelia Potter', room: 'study' })
  await asked(scene, 'duplicateName')
  await camera.shoot('copied-name', meeting, panel)
  await sim.leave(copy)
  await notAsked(scene, 'duplicateName')
  await gone(scene, 'Amelia Potter', 1)
  await sim.openPanel(null)
}

/** A telephone number in the chat: flagged with its sender, and masked. */
export async function numberInChat(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  await sim.openPanel('chat')
  await sim.chat('Noah Wright', 'my number is 07700 900123, text me')
  await asked(scene, 'chatFlag')
  await camera.shoot('chat-flag', meeting, panel)
  await pressBeside(scene, 'Dealt with')
  await sim.openPanel(null)
}

/** A machine that writes everything down, a pupil who shares a screen, a recording that not every family agreed to. */
export async function whatShouldNotBe(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  // Teams draws nine tiles; who comes after them is only in the list.
  if (isTeams(scene)) await sim.openPanel('people')
  await sim.join({ name: 'Otter.ai Notetaker', camera: 'off' })
  await asked(scene, 'noteTaker')
  await camera.shoot('note-taker', meeting, panel)
  await pressBeside(scene, 'Remove')
  // Meet asks back, and the answer is hers.
  if (!isTeams(scene)) await confirmInMeeting(meeting)
  await gone(scene, 'Otter.ai Notetaker', 0)
  await sim.openPanel(null)

  const ollie = await idInCall(sim, 'Ollie Bennett')
  await sim.present(ollie, true)
  await asked(scene, 'presenting')
  await drawn(meeting)
  await camera.shoot('pupil-presents', meeting, panel)
  await sim.present(ollie, false)
  await notAsked(scene, 'presenting')

  // What Meet shows of a recording is not known for its new interface: nothing is claimed there.
  if (!isTeams(scene)) return
  await sim.record(true)
  await asked(scene, 'recording')
  await camera.shoot('recording', meeting, panel)
  await pressBeside(scene, 'I’ll stop it')
  await sim.record(false)
}

/** The teacher presents: what concerns a child folds away. */
export async function teacherPresents(scene: Scene): Promise<void> {
  const { sim, panel, meeting, camera } = scene
  await sim.present('self', true)
  await seen(panel, 'discretion', (view) => view.discreet)
  await drawn(meeting)
  await camera.shoot('presenting', meeting, panel)
  await sim.present('self', false)
  await seen(panel, 'the end of presenting', (view) => !view.discreet)
}

/** What a child said, written down during the lesson: facts, the child's own words, who was told. Kept apart from the record. */
export async function writeConcern(scene: Scene): Promise<void> {
  const { panel, meeting, camera } = scene
  await press(panel, 'Concern')
  const fill = async (label: string, text: string): Promise<void> =>
    panel.locator(`::-p-aria([name="${label}"][role="textbox"])`).fill(text)
  await panel
    .locator('::-p-aria([name="Whom it is about (full name)"][role="combobox"])')
    .fill('Zofia Kowalska')
  await fill('What you saw and heard: facts only', 'Zofia was alone in the kitchen all lesson.')
  await fill('Their own words, as they were said', 'Mum is at work until six.')
  await fill('What you did', 'Asked Zofia to stay in the call; the office telephoned the mother.')
  await fill('Who was told (name and role)', 'Mrs Jane Hughes, DSL')
  await press(panel, 'Now')
  await fill('You: name and job title', 'Ms Khan, class teacher')
  await camera.shoot('concern', meeting, panel)
  await press(panel, 'Keep this concern')
  await panel.locator('::-p-text(Kept as)').wait()
  await camera.shoot('concern-kept', meeting, panel)
  await pressBeside(scene, 'Close')
}
