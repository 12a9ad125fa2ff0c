import type { SimEnd, SimPanel } from '../../meet/sim.d.ts'
import type { Deed, MeetingRole, TeamsJoin, TeamsScreen } from '../sim.d.ts'
import { PeopleDoings } from './doings-people.ts'
import type { Dial, Model } from './model.ts'
import { remembered, stripAddress } from './remember.ts'

/** Everything that can happen in a call, whether somebody clicked or a test said so: both ways come through here. */
export class Doings extends PeopleDoings {
  private entered = false

  /** A click on an organiser's control: does nothing when it is deaf, else works after a while. */
  deed(deed: Deed, run: () => void, event?: Event): void {
    const { model } = this
    if (model.deaf.has(deed)) return
    if (event !== undefined && model.options.trusted && !event.isTrusted) return
    setTimeout(() => {
      if (model.inCall) run()
    }, model.times.actMs)
  }

  // Lobby.

  knock(who: TeamsJoin): string | null {
    const { model } = this
    const chance = model.stranger()
    if (chance === 'walksIn') return this.join(who)
    if (chance === 'shutOut') return null
    const key = model.newKey()
    const person = this.newcomer(who)
    model.waiting.set(key, {
      key,
      id: this.mri(person, who.device),
      who: person,
      suspected: who.suspected ?? false,
    })
    model.tell('knocks')
    return key
  }

  dismiss(key: string): void {
    this.model.waiting.delete(key)
    this.model.tell('knocks')
  }

  admit(key: string): Promise<string> {
    const { model } = this
    if (!model.waiting.has(key)) return Promise.reject(new Error(`Nobody waits under "${key}".`))
    return new Promise((done) =>
      setTimeout(() => {
        // A second click, or somebody who gave up in the meantime.
        const waiting = model.waiting.get(key)
        if (waiting !== undefined && model.inCall) done(this.enter(waiting))
      }, model.times.admitMs),
    )
  }

  /** From a click: a suspected one is asked about first (Teams facts §4, the change of 2026-06-30). */
  askAdmit(key: string, event: Event): void {
    const { model, portal, say } = this.parts
    const waiting = model.waiting.get(key)
    if (waiting === undefined || model.deaf.has('admit')) return
    if (model.options.trusted && !event.isTrusted) return
    const run = (): void => {
      if (model.waiting.has(key)) void this.admit(key)
    }
    if (!waiting.suspected) return run()
    portal.ask({
      about: 'admit',
      title: say('admitQuestion', { name: waiting.who.name }),
      cancel: say('cancel'),
      confirm: say('admit'),
      run,
    })
  }

  admitAll(): Promise<readonly string[]> {
    return Promise.all([...this.model.waiting.keys()].map((key) => this.admit(key)))
  }

  askAdmitAll(event: Event): void {
    const { model, portal, say } = this.parts
    if (model.deaf.has('admitAll') || (model.options.trusted && !event.isTrusted)) return
    const run = (): void => void this.admitAll()
    if (![...model.waiting.values()].some((one) => one.suspected)) return run()
    portal.ask({
      about: 'admitAll',
      title: say('admitAllQuestion'),
      cancel: say('cancel'),
      confirm: say('admitAll'),
      run,
    })
  }

  // Organiser.

  access(type: Model['access'] | undefined, locked: boolean | undefined): void {
    const { model } = this
    model.access = type ?? model.access
    model.locked = locked ?? model.locked
    model.tell('access')
  }

  askLock(): void {
    const { model, portal, say } = this.parts
    const on = !model.locked
    portal.ask({
      about: on ? 'lock' : 'unlock',
      title: say(on ? 'lockQuestion' : 'unlockQuestion'),
      ...(on ? { text: say('lockMore') } : {}),
      cancel: say('cancel'),
      confirm: say(on ? 'lock' : 'unlock'),
      run: () => this.deed('lock', () => this.access(undefined, on)),
    })
  }

  /** The hard mute: acts on attendees at once and holds (Teams facts §5). */
  host(changed: Partial<Model['host']>): void {
    const { model } = this
    model.host = { ...model.host, ...changed }
    for (const person of model.people.values()) if (!person.self) this.obey(person)
    model.tell('host')
    model.tell('layout')
  }

  muteAll(): void {
    for (const person of this.model.people.values())
      if (!person.self && person.microphone) this.microphone(person.id, false)
  }

  askMuteAll(event: Event): void {
    const { model, portal, say } = this.parts
    if (model.options.trusted && !event.isTrusted) return
    const run = (): void => this.deed('muteAll', () => this.muteAll())
    if (!model.options.muteConfirm) return run()
    portal.ask({
      about: 'muteAll',
      title: say('muteAllQuestion'),
      cancel: say('cancel'),
      confirm: say('mute'),
      run,
    })
  }

  askRemove(id: string): void {
    const { model, portal, say } = this.parts
    const person = model.people.get(id)
    if (person === undefined) return
    const run = (): void =>
      this.deed('remove', () => {
        if (model.people.has(id)) this.leave(id)
      })
    if (!model.options.removeConfirm) return run()
    portal.ask({
      about: 'remove',
      title: say('removeQuestion', { name: person.name }),
      cancel: say('cancel'),
      confirm: say('removeButton'),
      run,
    })
  }

  askRole(id: string, role: MeetingRole): void {
    const { model, portal, say } = this.parts
    const person = model.people.get(id)
    if (person === undefined) return
    portal.ask({
      about: 'role',
      title: say('roleQuestion', { name: person.name }),
      cancel: say('cancel'),
      confirm: say('changeButton'),
      confirmTid: 'confirm-role-change-button',
      run: () => this.deed('options', () => this.setRole(id, role)),
    })
  }

  askSpotlight(id: string): void {
    const { portal, say } = this.parts
    portal.ask({
      about: 'spotlight',
      title: say('spotlightQuestion'),
      cancel: say('cancel'),
      confirm: say('spotlightButton'),
      confirmTid: 'confirm-spotlight-change-button',
      run: () => this.deed('options', () => this.spotlight(id, true)),
    })
  }

  askEnd(): void {
    const { portal, say } = this.parts
    portal.ask({
      about: 'end',
      title: say('endQuestion'),
      text: say('endMore'),
      cancel: say('cancel'),
      confirm: say('end'),
      confirmTid: 'endCallConfirmationBtn',
      run: () => this.deed('end', () => this.finish('callEnded')),
    })
  }

  askStopRecording(): void {
    const { portal, say } = this.parts
    portal.ask({
      about: 'stopRecording',
      title: say('stopRecordingQuestion'),
      cancel: say('cancel'),
      confirm: say('stop'),
      confirmTid: 'stopRecordingConfirmationStopBtn',
      run: () => this.record(false),
    })
  }

  dial(id: string, what: Dial, on: boolean): void {
    this.deed(what === 'camera' ? 'camera' : 'mute', () => {
      if (this.model.people.has(id)) this.disable(id, what, on)
    })
  }

  chat(sender: string, text: string, file?: string): void {
    const { model } = this
    const own = sender === 'self'
    const last = model.messages.at(-1)?.id ?? 0
    model.messages.push({
      id: Math.max(Date.now(), last + 1),
      sender: own ? (model.self()?.name ?? model.options.me) : sender,
      text,
      own,
      file,
    })
    model.tell('chat')
  }

  record(on: boolean): void {
    this.model.recording = on
    this.model.tell('notices')
  }

  notes(on: boolean): void {
    this.model.notes = on
    this.model.tell('notices')
  }

  panel(panel: SimPanel | null): void {
    if (panel === 'details' || panel === 'tools')
      throw new Error(`Teams has no panel that is like "${panel}" of Meet.`)
    this.model.panel = panel
    this.model.tell('panel')
  }

  // Screens.

  screen(screen: TeamsScreen): void {
    const { model, portal, address } = this.parts
    const were = this.entered
    model.screen = screen
    this.entered = model.inCall
    if (!model.inCall) {
      model.people.clear()
      model.waiting.clear()
      model.messages.length = 0
      model.onStage.clear()
      model.panel = null
    }
    portal.clear()
    if (model.inCall && !were) {
      for (const { id, ...person } of remembered(model)) this.add(person, id)
      this.joinSelf()
      if (model.options.client === 'full' && model.options.address === 'bare') stripAddress(address)
    }
    model.tell('screen')
  }

  /** "Join now": through the connecting screen into the call, or into the lobby. */
  joinNow(): void {
    const { model } = this
    this.screen('connecting')
    setTimeout(() => {
      if (model.screen !== 'connecting') return
      const waits = !model.organises() && model.access !== 'open'
      this.screen(waits ? 'lobby' : 'call')
    }, model.times.connectMs)
  }

  finish(reason: SimEnd): void {
    this.model.end = reason
    this.screen('ended')
  }
}
