import type { SimCamera } from '../../meet/sim.d.ts'
import type { Scenes } from '../../meet/page/camera/scenes.ts'
import type { Account, MeetingRole, TeamsJoin } from '../sim.d.ts'
import { mriOf } from './identity.ts'
import type { Say } from './labels/index.ts'
import type { Dial, Model, Person, Waiting } from './model.ts'
import type { Portal } from './portal.ts'
import type { Studio } from './studio.ts'

/** What was given to the page to work with. */
export interface Parts {
  readonly model: Model
  readonly scenes: Scenes
  readonly studio: Studio
  readonly say: Say
  readonly portal: Portal
  /** The address with all its choices. */
  readonly address: URL
}

const roles: Readonly<Record<string, MeetingRole>> = {
  host: 'organiser',
  cohost: 'coOrganiser',
  organiser: 'organiser',
  coOrganiser: 'coOrganiser',
  presenter: 'presenter',
  attendee: 'attendee',
}

/** What can happen to the people in a call: come, go, cameras, microphones, hands, shares. */
export class PeopleDoings {
  protected readonly parts: Parts
  private count = 0

  constructor(parts: Parts) {
    this.parts = parts
  }

  protected get model(): Model {
    return this.parts.model
  }

  joinSelf(): void {
    const { model } = this
    if (model.self() !== undefined) return
    const { me, role, figure, room, client } = model.options
    const account: Account = client === 'light' ? 'unverified' : 'school'
    // In the light client one is a guest oneself, without a badge on the own picture.
    const who = { ...this.newcomer({ name: me, person: figure, room }), self: true, role }
    this.add({ ...who, microphone: true }, mriOf(account, `me-${me}`))
  }

  join(who: TeamsJoin): string {
    const person = this.newcomer(who)
    return this.add(person, this.mri(person, who.device)).id
  }

  protected newcomer(who: TeamsJoin): Omit<Person, 'id'> {
    const { scenes, model } = this.parts
    return {
      name: who.name,
      self: false,
      role: roles[who.role ?? ''] ?? model.options.newcomers,
      account: who.account ?? (who.external === true ? 'external' : 'school'),
      bot: who.bot ?? false,
      noTag: who.noTag ?? false,
      camera: who.camera ?? 'on',
      microphone: who.microphone === 'on',
      cameraBlocked: false,
      microphoneBlocked: false,
      speaking: false,
      hand: false,
      presenting: false,
      dropped: false,
      pinned: false,
      spotlit: false,
      room: scenes.room(who.room),
      figure: scenes.figure(who.person),
    }
  }

  /**
   * A school account comes back under the same MRI. Two of one name at a time are two accounts; a guest is somebody new at
   * every visit.
   */
  protected mri(who: Omit<Person, 'id'>, device: number | undefined): string {
    const { model } = this
    if (device !== undefined) return mriOf(who.account, `device-${device}`)
    this.count += 1
    if (who.account !== 'school') return mriOf(who.account, `visit-${this.count}`)
    const taken = (id: string): boolean =>
      model.people.has(id) || [...model.waiting.values()].some((one) => one.id === id)
    let id = mriOf('school', who.name)
    for (let again = 2; taken(id); again += 1) id = mriOf('school', `${who.name}-${again}`)
    return id
  }

  protected add(who: Omit<Person, 'id'>, id: string): Person {
    const { model } = this
    if (model.people.has(id)) throw new Error(`"${id}" is in the call already.`)
    const person: Person = { ...who, id }
    if (!person.self && !model.may(person, 'camera')) person.camera = 'off'
    if (!person.self && !model.may(person, 'microphone')) person.microphone = false
    model.people.set(id, person)
    model.tell('people')
    return person
  }

  protected enter(waiting: Waiting): string {
    this.model.waiting.delete(waiting.key)
    this.model.tell('knocks')
    return this.add(waiting.who, waiting.id).id
  }

  leave(id: string): void {
    const { model } = this
    const person = model.person(id)
    model.people.delete(person.id)
    model.tell('people')
  }

  drop(id: string): Promise<void> {
    const { model } = this
    const person = model.person(id)
    person.dropped = true
    model.tell('person', person.id)
    return new Promise((done) =>
      setTimeout(() => {
        if (model.people.get(person.id) === person) this.leave(person.id)
        done()
      }, model.times.dropMs),
    )
  }

  rename(id: string, name: string): void {
    const person = this.model.person(id)
    person.name = name
    this.model.tell('person', person.id)
    this.model.tell('people')
  }

  camera(id: string, camera: SimCamera): boolean {
    const { model } = this
    const person = model.person(id)
    if (camera !== 'off' && !model.may(person, 'camera')) return false
    person.camera = camera
    model.tell('person', person.id)
    model.tell('layout')
    return true
  }

  microphone(id: string, on: boolean): boolean {
    const { model } = this
    const person = model.person(id)
    if (on && !model.may(person, 'microphone')) return false
    person.microphone = on
    if (!on) person.speaking = false
    model.tell('person', person.id)
    return true
  }

  moveRoom(id: string, room: string): void {
    const person = this.model.person(id)
    person.room = this.parts.scenes.room(room)
    this.parts.studio.moveRoom(person)
  }

  speak(id: string, on: boolean): void {
    const person = this.model.person(id)
    if (on) this.microphone(person.id, true)
    person.speaking = on && person.microphone
    this.model.tell('person', person.id)
  }

  hand(id: string, on: boolean): void {
    const person = this.model.person(id)
    person.hand = on
    this.model.tell('person', person.id)
  }

  pin(id: string, on: boolean): void {
    const person = this.model.person(id)
    person.pinned = on
    this.model.tell('person', person.id)
    this.model.tell('layout')
  }

  /** One person at a time. */
  spotlight(id: string, on: boolean): void {
    const { model } = this
    const person = model.person(id)
    for (const other of model.people.values()) other.spotlit = on && other === person
    model.tell('people')
    model.tell('layout')
  }

  present(id: string, on: boolean): boolean {
    const { model } = this
    const person = model.person(id)
    if (on && !person.self && person.role === 'attendee' && !model.host.letShare) return false
    person.presenting = on
    model.tell('people')
    model.tell('layout')
    return true
  }

  setRole(id: string, role: MeetingRole): void {
    const { model } = this
    const person = model.person(id)
    person.role = role
    // An attendee can't present, and the hard mute now reaches them.
    if (role === 'attendee') {
      person.presenting = false
      this.obey(person)
    }
    model.tell('people')
    model.tell('layout')
    if (person.self) model.tell('host')
  }

  disable(id: string, what: Dial, on: boolean): void {
    const { model } = this
    const person = model.person(id)
    if (what === 'camera') person.cameraBlocked = on
    else person.microphoneBlocked = on
    this.obey(person)
    model.tell('person', person.id)
    model.tell('layout')
  }

  /** Switches off what this person may not have on. */
  protected obey(person: Person): void {
    const { model } = this
    if (!model.may(person, 'camera')) person.camera = 'off'
    if (!model.may(person, 'microphone')) {
      person.microphone = false
      person.speaking = false
    }
    model.tell('person', person.id)
  }

  toggleSelf(what: Dial): void {
    const self = this.model.self()
    if (self === undefined) return
    if (what === 'camera') this.camera(self.id, self.camera === 'off' ? 'on' : 'off')
    else this.microphone(self.id, !self.microphone)
  }
}
