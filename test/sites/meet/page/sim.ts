import type { MeetSim, SimPerson } from '../sim.d.ts'
import type { Studio } from './camera/studio.ts'
import type { Doings } from './doings.ts'
import type { Model, Person } from './model.ts'
import type { CallView } from './screens/call.ts'

/** The scripting surface. Same ways as the clicks go; nothing here changes the page by itself. */
export function simOf(
  model: Model,
  doings: Doings,
  studio: Studio,
  call: () => CallView | undefined,
): MeetSim {
  return {
    join: (who) => doings.join(who),
    leave: (id) => doings.leave(id),
    drop: (id) => doings.drop(id),
    rename: (id, name) => doings.rename(id, name),
    camera: (id, camera) => doings.camera(id, camera),
    microphone: (id, state) => doings.microphone(id, state === 'on'),
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
    chat: (sender, text, extra) => doings.chat(sender, text, { file: extra?.file, at: extra?.at }),
    present: (id, on) => doings.present(id, on),
    record: (on) => doings.record(on),
    notes: (on) => doings.notes(on),
    setAccess: ({ type, askToJoin }) => doings.access({ type, askToJoin }),
    layout(layout) {
      model.layout = layout
      model.tell('layout')
    },
    tiles(limit) {
      model.tileLimit = limit
      model.tell('layout')
    },
    reuseTiles: (a, b) => call()?.stage.swap(a, b),
    toGreenRoom: () => doings.phase('greenRoom'),
    wait: () => doings.phase('waiting'),
    enterCall: () => doings.phase('inCall'),
    end: (reason) => doings.finish(reason),
    times: (changed) => void Object.assign(model.times, changed),
    openPanel: (panel) => doings.panel(panel),
    videoReady: (id, ms = 10_000) => videoReady(call, model.person(id).id, ms),
    state: () => ({
      phase: model.phase,
      ...(model.phase === 'ended' && model.end !== undefined ? { end: model.end } : {}),
      ui: model.options.ui,
      people: [...model.people.values()].map((person) => snapshot(model, person)),
      knocks: [...model.waiting.values()].map(({ key, who }) => ({ key, name: who.name })),
      access: { ...model.access, stranger: model.stranger() },
      host: {
        isHost: model.options.isHost,
        management: model.host.management,
        letVideo: model.host.letVideo,
        letMicrophone: model.host.letMicrophone,
        letShare: model.host.letShare,
        letMessages: model.host.letMessages,
      },
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
      video: studio.way,
    }),
  }
}

function snapshot(model: Model, person: Person): SimPerson {
  const { id, name, self, role, external, camera, speaking, hand, presenting, room, dropped } =
    person
  return {
    id,
    name,
    self,
    role,
    external,
    camera,
    microphone: person.microphone ? 'on' : 'off',
    speaking,
    hand,
    presenting,
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
    const videos = [...(call()?.stage.tiles.get(id)?.frame.getElementsByTagName('video') ?? [])]
    const live = videos.find(
      (video) => video.srcObject !== null && video.videoWidth > 0 && video.currentTime > 0,
    )
    if (live !== undefined) return { width: live.videoWidth, height: live.videoHeight }
    if (performance.now() > until) throw new Error(`No picture of ${id} within ${ms} ms.`)
    await new Promise((resume) => setTimeout(resume, 40))
  }
}
