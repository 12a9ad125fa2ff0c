import type { SimEnd, SimJoin, SimPanel } from '../sim.d.ts'
import { PeopleDoings } from './doings-people.ts'
import type { Model, Waiting } from './model.ts'
import { deviceOf, remembered } from './remember.ts'

/** Everything that can happen in a call, whether somebody clicked or a test said so: both ways come through here. */
export class Doings extends PeopleDoings {
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
