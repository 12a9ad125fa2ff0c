import type { SimCamera, SimJoin } from '../sim.d.ts'
import type { Announcer } from './call/announcer.ts'
import type { Dialogs } from './call/dialogs.ts'
import type { Scenes } from './camera/scenes.ts'
import type { Studio } from './camera/studio.ts'
import type { Say } from './labels/index.ts'
import type { Model, Person } from './model.ts'
import { shareId } from './stage/share-tile.ts'

/** What was given to the page to work with. */
export interface Parts {
  readonly model: Model
  readonly scenes: Scenes
  readonly studio: Studio
  readonly say: Say
  readonly announcer: Announcer
  readonly dialogs: Dialogs
}

/** What can happen to the people in a call: come, go, cameras, microphones, hands, shares. */
export class PeopleDoings {
  protected readonly parts: Parts

  constructor(parts: Parts) {
    this.parts = parts
  }

  protected get model(): Model {
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

  protected newcomer(who: SimJoin): Omit<Person, 'id'> {
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

  protected add(who: Omit<Person, 'id'>, device: number | undefined): Person {
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
}
