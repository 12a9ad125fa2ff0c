import type { SimCamera, SimEnd, SimJoin, SimPanel } from '../sim.d.ts'
import type { Announcer } from './call/announcer.ts'
import type { Dialogs } from './call/dialogs.ts'
import type { Scenes } from './camera/scenes.ts'
import type { Studio } from './camera/studio.ts'
import type { Say } from './labels/index.ts'
import type { Model, Person, Waiting } from './model.ts'
import { deviceOf, remembered } from './remember.ts'
import { shareId } from './stage/share-tile.ts'

/** What was given to the page to work with. */
interface Parts {
  readonly model: Model
  readonly scenes: Scenes
  readonly studio: Studio
  readonly say: Say
  readonly announcer: Announcer
  readonly dialogs: Dialogs
}

/** Everything that can happen in a call, whether somebody clicked or a test said so: both ways come through here. */
export class Doings {
  private readonly parts: Parts

  constructor(parts: Parts) {
    this.parts = parts
  }

  private get model(): Model {
    return this.parts.model
  }

  joinSelf(): Person {
    const { model } = this
    const known = model.self()
    if (known !== undefined) return known
    return this.add(
      {
        ...this.newcomer({
          name: model.options.me,
          role: model.options.isHost ? 'host' : 'none',
          person: model.options.figure,
          room: model.options.room,
        }),
        self: true,
        microphone: true,
      },
      model.options.device,
    )
  }

  /** Oneself in front of the mirror, before the call; not one of the people in it. */
  previewPerson(): Person {
    const { model } = this
    return {
      ...this.newcomer({
        name: model.options.me,
        person: model.options.figure,
        room: model.options.room,
      }),
      self: true,
      id: `spaces/${model.space}/devices/1`,
    }
  }

  join(who: SimJoin): string {
    const person = this.add(this.newcomer(who), who.device)
    this.parts.announcer.say('joined', { name: person.name })
    return person.id
  }

  private newcomer(who: SimJoin): Omit<Person, 'id'> {
    const { scenes } = this.parts
    return {
      name: who.name,
      self: false,
      role: who.role ?? 'none',
      external: who.external ?? false,
      camera: who.camera ?? 'on',
      microphone: who.microphone === 'on',
      speaking: false,
      hand: false,
      presenting: false,
      dropped: false,
      pinned: false,
      room: scenes.room(who.room),
      figure: scenes.figure(who.person),
    }
  }

  private add(who: Omit<Person, 'id'>, device: number | undefined): Person {
    const { model, studio } = this.parts
    const id = model.newId(device)
    if (model.people.has(id)) throw new Error(`Device ${String(device)} is in the call already.`)
    const locked = !who.self && !model.host.letVideo
    const person: Person = { ...who, id, camera: locked ? 'off' : who.camera }
    model.people.set(id, person)
    studio.sync(person)
    model.tell('people')
    return person
  }

  leave(id: string): void {
    const { model, studio, announcer } = this.parts
    const person = model.person(id)
    if (person.presenting) this.present(person.id, false)
    model.people.delete(person.id)
    studio.stop(person.id)
    model.tell('people')
    announcer.say('left', { name: person.name })
  }

  drop(id: string): Promise<void> {
    const { model, studio } = this.parts
    const person = model.person(id)
    person.dropped = true
    studio.sync(person)
    model.tell('person', person.id)
    return new Promise((done) =>
      setTimeout(() => {
        if (model.people.has(person.id)) this.leave(person.id)
        done()
      }, model.times.dropMs),
    )
  }

  rename(id: string, name: string): void {
    const person = this.model.person(id)
    person.name = name
    this.model.tell('person', person.id)
  }

  camera(id: string, camera: SimCamera): boolean {
    const { model, studio } = this.parts
    const person = model.person(id)
    if (camera !== 'off' && !person.self && !model.host.letVideo) return false
    person.camera = camera
    studio.sync(person)
    model.tell('person', person.id)
    return true
  }

  moveRoom(id: string, room: string): void {
    const person = this.model.person(id)
    person.room = this.parts.scenes.room(room)
    this.parts.studio.moveRoom(person)
  }

  microphone(id: string, on: boolean): void {
    const person = this.model.person(id)
    person.microphone = on
    if (!on) person.speaking = false
    this.model.tell('person', person.id)
  }

  speak(id: string, on: boolean): void {
    const person = this.model.person(id)
    person.speaking = on
    if (on) person.microphone = true
    this.model.tell('person', person.id)
  }

  hand(id: string, on: boolean): void {
    const person = this.model.person(id)
    person.hand = on
    this.model.tell('person', person.id)
    this.model.tell('people')
    if (on && !person.self) this.parts.announcer.say('handUp', { name: person.name })
  }

  pin(id: string): void {
    const person = this.model.person(id)
    person.pinned = !person.pinned
    this.model.tell('person', id)
    this.model.tell('people')
  }

  present(id: string, on: boolean): void {
    const { model, studio } = this.parts
    const person = model.person(id)
    if (person.presenting === on) return
    person.presenting = on
    if (on) studio.share(shareId(person.id), person)
    else studio.stop(shareId(person.id))
    model.tell('people')
  }

  toggleSelf(what: 'camera' | 'microphone'): void {
    const { model, announcer } = this.parts
    const self = model.self()
    if (self === undefined) return
    if (what === 'camera') {
      this.camera(self.id, self.camera === 'off' ? 'on' : 'off')
      announcer.say(self.camera === 'off' ? 'cameraIsOff' : 'cameraIsOn')
      return
    }
    this.microphone(self.id, !self.microphone)
    announcer.say(self.microphone ? 'micIsOn' : 'micIsOff')
  }

  // Lobby.

  knock(who: SimJoin): string | null {
    const { model, announcer } = this.parts
    const chance = model.stranger()
    if (chance === 'walksIn') return this.join(who)
    if (chance === 'shutOut') return null
    const key = model.newKey()
    const waiting: Waiting = { key, who: this.newcomer(who), device: who.device }
    model.waiting.set(key, waiting)
    model.tell('knocks')
    announcer.say('wantsToJoin', { name: who.name })
    return key
  }

  dismiss(key: string): void {
    this.model.waiting.delete(key)
    this.model.tell('knocks')
  }

  admit(key: string): Promise<string> {
    const { model, announcer } = this.parts
    const waiting = model.waiting.get(key)
    if (waiting === undefined) return Promise.reject(new Error(`Nobody waits under "${key}".`))
    return new Promise((done) =>
      setTimeout(() => {
        // A second click, or a guest who gave up in the meantime.
        if (!model.waiting.delete(key)) return
        model.tell('knocks')
        const person = this.add(waiting.who, waiting.device)
        announcer.say('joined', { name: person.name })
        done(person.id)
      }, model.times.admitMs),
    )
  }

  admitAll(): Promise<readonly string[]> {
    return Promise.all([...this.model.waiting.keys()].map((key) => this.admit(key)))
  }

  /** "Admit all" asks once more (Meet facts §4). */
  askAdmitAll(): void {
    const { dialogs, say, model } = this.parts
    dialogs.ask({
      title: say('admitAllQuestion'),
      answers: [
        { text: say('cancel'), token: 'cancel' },
        {
          text: say('admitAll'),
          token: 'ok',
          trusted: model.options.trusted,
          run: () => void this.admitAll(),
        },
      ],
    })
  }

  // Host.

  access(changed: {
    type?: Model['access']['type'] | undefined
    askToJoin?: boolean | undefined
  }): void {
    const { model } = this
    model.access = {
      type: changed.type ?? model.access.type,
      askToJoin: changed.askToJoin ?? model.access.askToJoin,
    }
    model.tell('access')
  }

  host(changed: Partial<Model['host']>): void {
    const { model } = this
    model.host = { ...model.host, ...changed }
    for (const person of model.people.values()) {
      if (person.self) continue
      // Meet facts §5: the video lock turns everyone's camera off and holds it off.
      if (changed.letVideo === false && person.camera !== 'off') this.camera(person.id, 'off')
      if (changed.letMicrophone === false && person.microphone) this.microphone(person.id, false)
    }
    model.tell('host')
  }

  muteAll(): void {
    for (const person of this.model.people.values())
      if (!person.self) this.microphone(person.id, false)
  }

  askMute(id: string): void {
    const { model, dialogs, say } = this.parts
    const person = model.person(id)
    if (!person.microphone) return
    if (!model.options.muteConfirm) return this.microphone(id, false)
    dialogs.ask({
      title: say('muteQuestion', { name: person.name }),
      text: say('muteMore', { name: person.name }),
      answers: [
        { text: say('cancel'), token: 'cancel' },
        { text: say('muteButton'), token: 'ok', run: () => this.microphone(id, false) },
      ],
    })
  }

  askRemove(id: string): void {
    const { model, dialogs, say } = this.parts
    const person = model.person(id)
    dialogs.ask({
      title: say('removeQuestion', { name: person.name }),
      text: say('removeMore'),
      ticks: [say('report'), say('block')],
      answers: [
        { text: say('cancel'), token: 'cancel' },
        { text: say('remove'), token: 'A9Emjd', label: say('remove'), run: () => this.leave(id) },
      ],
    })
  }

  askLeave(): void {
    const { dialogs, say } = this.parts
    if (!this.confirmsHangup()) return this.finish('left')
    dialogs.ask({
      title: say('leaveQuestion'),
      answers: [
        { text: say('cancel'), token: 'cancel' },
        // The token of "just leave" is in the facts (§5), the other one is not known and made up.
        {
          text: say('justLeave'),
          token: 'Pd96ce',
          label: say('justLeave'),
          run: () => this.finish('left'),
        },
        {
          text: say('endForEveryone'),
          token: 'SmQw0b',
          label: say('endForEveryone'),
          run: () => this.finish('callEnded'),
        },
      ],
    })
  }

  confirmsHangup(): boolean {
    const { options, people } = this.model
    return options.hangup === 'confirm' && options.isHost && people.size > 1
  }

  chat(
    sender: string,
    text: string,
    extra: { file?: string | undefined; at?: string | undefined; own?: boolean } = {},
  ): void {
    const { model, announcer } = this.parts
    const own = extra.own ?? sender === 'self'
    const now = new Date()
    model.messages.push({
      id: String(1_714_476_309_237 + model.messages.length * 1013),
      sender: own ? (model.self()?.name ?? '') : sender,
      text,
      at:
        extra.at ??
        `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`,
      own,
      file: extra.file,
    })
    model.tell('chat')
    if (!own && model.panel !== 'chat') announcer.say('saysInChat', { name: sender, text })
  }

  record(on: boolean): void {
    this.model.recording = on
    this.model.tell('notices')
    if (on) this.parts.announcer.say('recorded')
  }

  notes(on: boolean): void {
    this.model.notes = on
    this.model.tell('notices')
    if (on) this.parts.announcer.say('notes')
  }

  panel(panel: SimPanel | null): void {
    this.model.panel = panel
    this.model.tell('panel')
  }

  // Phases.

  phase(phase: Model['phase']): void {
    const { model, studio } = this.parts
    if (phase !== 'inCall') {
      studio.stopAll()
      model.people.clear()
      model.waiting.clear()
      model.panel = null
    }
    model.phase = phase
    if (phase === 'inCall') {
      for (const person of remembered(model)) this.add(person, deviceOf(person.id))
      this.joinSelf()
    }
    model.tell('phase')
  }

  finish(reason: SimEnd): void {
    this.model.end = reason
    this.phase('ended')
  }
}
