import type { SimPhase } from '../../meet/sim.d.ts'
import type { TeamsPerson, TeamsScreen, TeamsSim } from '../sim.d.ts'
import type { Doings } from './doings.ts'
import type { Model, Person } from './model.ts'
import type { CallView } from './screens/call.ts'
import type { Studio } from './studio.ts'

const phases: Readonly<Record<TeamsScreen, SimPhase>> = {
  app: 'elsewhere',
  launcher: 'elsewhere',
  prejoin: 'greenRoom',
  connecting: 'greenRoom',
  lobby: 'waiting',
  call: 'inCall',
  offStage: 'inCall',
  ended: 'ended',
}

/** The scripting surface. Same ways as the clicks go; nothing here changes the page by itself. */
export function simOf(
  model: Model,
  doings: Doings,
  studio: Studio,
  call: () => CallView | undefined,
): TeamsSim {
  const stage = (): CallView['stage'] => {
    const found = call()?.stage
    if (found === undefined) throw new Error('There is no stage on this screen.')
    return found
  }
  return {
    join: (who) => doings.join(who),
    leave: (id) => doings.leave(id),
    drop: (id) => doings.drop(id),
    rename: (id, name) => doings.rename(id, name),
    camera: (id, camera) => doings.camera(id, camera),
    microphone: (id, state) => void doings.microphone(id, state === 'on'),
    moveRoom: (id, room) => doings.moveRoom(id, room),
    speak(id, on, caption) {
      doings.speak(id, on)
      if (on && caption !== undefined) call()?.captions.add(model.person(id).name, caption)
    },
    hand: (id, on) => doings.hand(id, on),
    knock: (who) => doings.knock(who),
    denyOrLeaveKnock: (key) => doings.dismiss(key),
    admit: (key) => doings.admit(key),
    admitAll: () => doings.admitAll(),
    chat: (sender, text, extra) => doings.chat(sender, text, extra?.file),
    present: (id, on) => void doings.present(id, on),
    record: (on) => doings.record(on),
    notes: (on) => doings.notes(on),
    setAccess: ({ type, askToJoin }) =>
      doings.access(type, askToJoin === undefined ? undefined : !askToJoin),
    lock: (on) => doings.access(undefined, on),
    layout(layout) {
      model.layout = layout
      model.tell('layout')
    },
    tiles(limit) {
      model.tileLimit = limit
      model.tell('layout')
    },
    galleryPage(page) {
      model.page = page
      model.tell('layout')
    },
    reuseTiles: (a, b) => stage().swap(a, b),
    swapTracks: (a, b) => studio.swap(a, b),
    setRole: (id, role) => doings.setRole(id, role),
    disable: (id, what, on) => doings.disable(id, what, on),
    pin: (id, on) => doings.pin(id, on),
    spotlight: (id, on) => doings.spotlight(id, on),
    offStage(on) {
      if (model.options.client === 'light')
        throw new Error('The light client has nowhere else to go during a call.')
      doings.screen(on ? 'offStage' : 'call')
    },
    deaf(deeds) {
      model.deaf = new Set(deeds)
    },
    toGreenRoom: () => doings.screen('prejoin'),
    wait: () => doings.screen('lobby'),
    enterCall: () => doings.screen('call'),
    end: (reason) => doings.finish(reason),
    times: (changed) => void Object.assign(model.times, changed),
    openPanel: (panel) => doings.panel(panel),
    videoReady: (id, ms = 10_000) => videoReady(call, model.person(id).id, ms),
    state: () => {
      const self = model.self()
      const meetingRole = self?.role ?? model.options.role
      return {
        phase: phases[model.screen],
        screen: model.screen,
        client: model.options.client,
        meetingRole,
        ...(model.screen === 'ended' && model.end !== undefined ? { end: model.end } : {}),
        ui: '2026',
        people: [...model.people.values()].map((person) => snapshot(model, person)),
        knocks: [...model.waiting.values()].map(({ key, who }) => ({ key, name: who.name })),
        access: { type: model.access, askToJoin: !model.locked, stranger: model.stranger() },
        locked: model.locked,
        host: { isHost: model.organises(), management: true, ...model.host },
        panel: model.panel,
        recording: model.recording,
        notes: model.notes,
        chat: model.messages.map(({ sender, text, own, file }) => ({
          sender,
          text,
          own,
          ...(file === undefined ? {} : { file }),
        })),
        layout: model.layout,
        gallery: { page: model.page, pages: model.pages },
        dialog: model.dialog,
        video: studio.way,
      }
    },
  }
}

function snapshot(model: Model, person: Person): TeamsPerson {
  const { id, name, self, account, camera, speaking, hand, presenting, room, dropped } = person
  return {
    id,
    name,
    self,
    role: person.role === 'organiser' ? 'host' : person.role === 'coOrganiser' ? 'cohost' : 'none',
    meetingRole: person.role,
    account,
    external: account !== 'school',
    camera,
    microphone: person.microphone ? 'on' : 'off',
    microphoneOff: person.microphoneBlocked,
    cameraOff: person.cameraBlocked,
    speaking,
    hand,
    presenting,
    pinned: person.pinned,
    spotlit: person.spotlit,
    room,
    tile: model.onStage.has(id),
    dropped,
  }
}

/** Waits until the person's displayed video has delivered frames. */
async function videoReady(
  call: () => CallView | undefined,
  id: string,
  ms: number,
): Promise<{ width: number; height: number }> {
  const until = performance.now() + ms
  for (;;) {
    const video = call()?.stage.video(id)
    if (video !== undefined && video.videoWidth > 0 && video.currentTime > 0)
      return { width: video.videoWidth, height: video.videoHeight }
    if (performance.now() > until) throw new Error(`No picture of ${id} within ${ms} ms.`)
    await new Promise((resume) => setTimeout(resume, 40))
  }
}
