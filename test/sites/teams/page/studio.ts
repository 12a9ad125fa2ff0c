import { Picture } from '../../meet/page/camera/picture.ts'
import type { Scenes } from '../../meet/page/camera/scenes.ts'
import { Slides } from '../../meet/page/camera/slides.ts'
import { Wires, type Wire } from '../../meet/page/camera/wires.ts'
import { once } from './dom.ts'
import type { Model, Person } from './model.ts'

interface Running {
  readonly picture: Picture | Slides
  wire: Wire | undefined
  ready: boolean
}

export function shareId(owner: string): string {
  return `share:${owner}`
}

/**
 * Runs the cameras that are received: those on the stage, and the own one. Whoever leaves the stage gives their line back,
 * and the next one gets it: received tracks are passed between people (Teams facts §8).
 */
export class Studio {
  private readonly model: Model
  private readonly scenes: Scenes
  private readonly wires: Wires | undefined
  private readonly running = new Map<string, Running>()
  private seed = 1
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly follow = once(() => this.sync())

  constructor(model: Model, scenes: Scenes) {
    this.model = model
    this.scenes = scenes
    this.wires = model.options.video === 'peer' ? new Wires() : undefined
    for (const topic of ['people', 'person', 'stage', 'screen'] as const)
      model.on(topic, this.follow)
  }

  get way(): 'peer' | 'canvas' | 'failed' {
    if (this.wires === undefined) return 'canvas'
    return this.wires.failed ? 'failed' : 'peer'
  }

  moveRoom(person: Person): void {
    const here = this.running.get(person.id)
    if (here?.picture instanceof Picture) void this.furnish(here.picture, person)
  }

  /** Two people's tracks change places: each line now carries the other's picture. */
  async swap(a: string, b: string): Promise<void> {
    const one = this.running.get(a)
    const two = this.running.get(b)
    if (one?.wire === undefined || two?.wire === undefined)
      throw new Error('Both people need a received picture.')
    const wire = one.wire
    one.wire = two.wire
    two.wire = wire
    await Promise.all([
      one.wire.sender.replaceTrack(one.picture.track),
      two.wire.sender.replaceTrack(two.picture.track),
    ])
    this.model.streams.set(a, new MediaStream([one.wire.remote]))
    this.model.streams.set(b, new MediaStream([two.wire.remote]))
    this.model.tell('stream', a)
    this.model.tell('stream', b)
  }

  /** Brings the running cameras to what the model says. */
  private sync(): void {
    const { model } = this
    const wanted = new Map<string, Person>()
    if (model.inCall) {
      for (const person of model.people.values()) {
        if (person.camera !== 'off' && (person.self || model.onStage.has(person.id)))
          wanted.set(person.id, person)
        if (person.presenting && !person.self) wanted.set(shareId(person.id), person)
      }
    }
    for (const id of [...this.running.keys()]) if (!wanted.has(id)) this.stop(id)
    for (const [id, person] of wanted) {
      const here = this.running.get(id)
      if (here === undefined) this.start(id, person)
      else if (here.picture instanceof Picture) {
        here.picture.camera = person.camera
        here.picture.frozen = person.dropped
      }
    }
  }

  private stop(id: string): void {
    const here = this.running.get(id)
    if (here === undefined) return
    this.running.delete(id)
    this.model.streams.delete(id)
    if (here.wire !== undefined) void this.wires?.release(here.wire)
    here.picture.track.stop()
    this.model.tell('stream', id)
  }

  private start(id: string, person: Person): void {
    if (id !== person.id) {
      void this.send(id, { picture: new Slides(person.name), wire: undefined, ready: true }, false)
      return
    }
    this.seed += 13
    const picture = new Picture(this.seed, person.figure)
    picture.camera = person.camera
    const entry: Running = { picture, wire: undefined, ready: false }
    this.running.set(id, entry)
    void this.furnish(picture, person).then(() => {
      entry.ready = true
      return this.send(id, entry, person.self)
    })
  }

  private async furnish(picture: Picture, person: Person): Promise<void> {
    picture.room = await this.scenes.roomPicture(person.room)
    picture.figure = await this.scenes.figurePicture(person.figure)
  }

  private async send(id: string, entry: Running, own: boolean): Promise<void> {
    const known = this.running.get(id)
    if (known !== undefined && known !== entry) return
    if (known === undefined && entry.picture instanceof Picture) return // off again while loading
    this.running.set(id, entry)
    this.run()
    let track: MediaStreamTrack = entry.picture.track
    if (!own && this.wires !== undefined) {
      const wire = await this.wires.send(entry.picture.track)
      if (this.running.get(id) !== entry) {
        void this.wires.release(wire)
        return
      }
      entry.wire = wire
      track = wire.remote
    }
    entry.picture.draw(performance.now())
    this.model.streams.set(id, new MediaStream([track]))
    this.model.tell('stream', id)
  }

  /** Few cameras: larger and smoother. A whole class: small and slow, so that two processor cores are enough. */
  private pace(): { fps: number; width: number; height: number } {
    const n = this.running.size
    const usual =
      n <= 4
        ? { fps: 12, width: 640, height: 360 }
        : n <= 10
          ? { fps: 8, width: 480, height: 270 }
          : { fps: n <= 16 ? 4 : 3, width: 320, height: 180 }
    return { ...usual, fps: this.model.options.fps ?? usual.fps }
  }

  private run(): void {
    if (this.timer !== undefined) return
    const turn = (): void => {
      if (this.running.size === 0) {
        this.timer = undefined
        return
      }
      const { fps, width, height } = this.pace()
      const now = performance.now()
      for (const { picture, ready } of this.running.values()) {
        if (!ready) continue
        if (picture instanceof Picture) picture.size(width, height)
        picture.draw(now)
      }
      this.timer = setTimeout(turn, 1000 / fps)
    }
    turn()
  }
}
