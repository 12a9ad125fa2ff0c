import type { Model, Person } from '../model.ts'
import { Picture } from './picture.ts'
import type { Scenes } from './scenes.ts'
import { Slides } from './slides.ts'
import { Wires, type Wire } from './wires.ts'

interface Running {
  readonly picture: Picture | Slides
  wire: Wire | undefined
}

/** Runs everybody's camera: draws the frames, sends them, and puts the stream that arrives into the model. */
export class Studio {
  private readonly model: Model
  private readonly scenes: Scenes
  private readonly wires: Wires | undefined
  private readonly running = new Map<string, Running>()
  private seed = 1
  private timer: ReturnType<typeof setTimeout> | undefined

  constructor(model: Model, scenes: Scenes) {
    this.model = model
    this.scenes = scenes
    this.wires = model.options.video === 'peer' ? new Wires() : undefined
  }

  get way(): 'peer' | 'canvas' | 'failed' {
    if (this.wires === undefined) return 'canvas'
    return this.wires.failed ? 'failed' : 'peer'
  }

  /** Brings the camera of a person to what the model says. */
  sync(person: Person): void {
    const here = this.running.get(person.id)
    if (person.camera === 'off' || !this.model.people.has(person.id)) {
      if (here !== undefined) this.stop(person.id)
      return
    }
    if (here === undefined) this.start(person)
    else if (here.picture instanceof Picture) {
      here.picture.camera = person.camera
      here.picture.frozen = person.dropped
    }
  }

  /** The own picture before the call. */
  preview(person: Person): void {
    this.start(person)
  }

  moveRoom(person: Person): void {
    const here = this.running.get(person.id)
    if (here?.picture instanceof Picture) void this.furnish(here.picture, person)
  }

  /** A shared screen; goes over a line of its own like a camera. */
  share(mediaId: string, owner: Person): void {
    const picture = new Slides(owner.name)
    void this.send(mediaId, picture, owner.self)
  }

  stop(id: string): void {
    const here = this.running.get(id)
    this.running.delete(id)
    this.model.streams.delete(id)
    if (here !== undefined) {
      if (here.wire !== undefined) void this.wires?.release(here.wire)
      here.picture.track.stop()
    }
    this.model.tell('stream', id)
  }

  stopAll(): void {
    for (const id of [...this.running.keys()]) this.stop(id)
  }

  private start(person: Person): void {
    this.seed += 13
    const picture = new Picture(this.seed, person.figure)
    picture.camera = person.camera
    void this.furnish(picture, person).then(() =>
      this.send(person.id, picture, person.self, () => picture.draw(performance.now())),
    )
    this.running.set(person.id, { picture, wire: undefined })
  }

  private async furnish(picture: Picture, person: Person): Promise<void> {
    picture.room = await this.scenes.roomPicture(person.room)
    picture.figure = await this.scenes.figurePicture(person.figure)
  }

  private async send(
    id: string,
    picture: Picture | Slides,
    own: boolean,
    ready?: () => void,
  ): Promise<void> {
    const known = this.running.get(id)
    if (known !== undefined && known.picture !== picture) return
    if (known === undefined && ready !== undefined) return // turned off again while the room was loading
    const entry: Running = known ?? { picture, wire: undefined }
    this.running.set(id, entry)
    this.run()
    let track: MediaStreamTrack = picture.track
    if (!own && this.wires !== undefined) {
      const wire = await this.wires.send(picture.track)
      if (this.running.get(id) !== entry) {
        void this.wires.release(wire)
        return
      }
      entry.wire = wire
      track = wire.remote
    }
    this.model.streams.set(id, new MediaStream([track]))
    this.model.tell('stream', id)
    ready?.()
  }

  /** Few cameras: larger and smoother. A whole class: small and slow, so that two processor cores are enough. */
  private pace(): { fps: number; width: number; height: number } {
    const n = this.running.size
    const usual =
      n <= 4
        ? { fps: 12, width: 640, height: 360 }
        : n <= 9
          ? { fps: 8, width: 480, height: 270 }
          : n <= 16
            ? { fps: 4, width: 320, height: 180 }
            : { fps: 3, width: 320, height: 180 }
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
      for (const { picture } of this.running.values()) {
        if (picture instanceof Picture) picture.size(width, height)
        picture.draw(now)
      }
      this.timer = setTimeout(turn, 1000 / fps)
    }
    turn()
  }
}
