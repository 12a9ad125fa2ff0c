import { paintRoom } from './painted-room.ts'

/** A picture that can be drawn into a frame. */
export type Drawable = CanvasImageSource & { readonly width: number; readonly height: number }

interface Listed {
  readonly file: string
  readonly kind: string
}

/**
 * The rooms and people behind the cameras. They come from `scenes/scenes.json` where that stands; a room that isn't
 * listed is painted by the page itself, so that the simulated site works without any picture file.
 */
export class Scenes {
  private rooms: readonly Listed[] = []
  private figures: readonly Listed[] = []
  private readonly loaded = new Map<string, Promise<Drawable | undefined>>()
  private turn = 0
  private figuresGiven = 0

  async load(): Promise<void> {
    const list: unknown = await fetch('/sim/scenes/scenes.json').then((answer) => answer.json())
    this.rooms = listed(list, 'rooms')
    this.figures = listed(list, 'people')
  }

  /** The room that is meant: a listed file, the first of a kind, or the next in turn. */
  room(asked: string | undefined): string {
    this.turn += 1
    if (asked !== undefined) {
      const exact = this.rooms.find((room) => room.file === asked || nameOf(room.file) === asked)
      if (exact !== undefined) return exact.file
      const kind = this.rooms.filter((room) => room.kind === asked)
      return kind[this.turn % Math.max(1, kind.length)]?.file ?? asked
    }
    const fit = this.rooms.filter((room) => room.kind !== 'bedroom' && room.kind !== 'bathroom')
    return (
      fit[(this.turn * 5) % Math.max(1, fit.length)]?.file ??
      ['living', 'kitchen', 'study', 'plain'][this.turn % 4] ??
      'plain'
    )
  }

  /** The person who is meant: a listed file, the next of a kind ("child", "adult"), or the next child in turn. */
  figure(asked: string | undefined): string {
    if (asked === 'none') return 'none'
    const exact = this.figures.find((one) => one.file === asked || nameOf(one.file) === asked)
    if (exact !== undefined) return exact.file
    const kind = this.figures.filter((one) => one.kind === (asked ?? 'child'))
    if (kind.length > 0) {
      this.figuresGiven += 1
      return kind[this.figuresGiven % kind.length]?.file ?? 'none'
    }
    return asked ?? `drawn-${this.turn % 8}`
  }

  /** The room's picture; painted where no file stands behind the name. */
  async roomPicture(room: string): Promise<Drawable> {
    return (await this.file(this.rooms, room)) ?? paintRoom(room)
  }

  figurePicture(figure: string): Promise<Drawable | undefined> {
    return this.file(this.figures, figure)
  }

  private file(list: readonly Listed[], name: string): Promise<Drawable | undefined> {
    if (!list.some((one) => one.file === name)) return Promise.resolve(undefined)
    const known = this.loaded.get(name)
    if (known !== undefined) return known
    const fetched = fetch(`/sim/scenes/${name}`)
      .then((answer) =>
        answer.ok ? answer.blob() : Promise.reject(new Error(`${name}: ${answer.status}`)),
      )
      .then((blob) => createImageBitmap(blob))
    this.loaded.set(name, fetched)
    return fetched
  }
}

function nameOf(file: string): string {
  return file.replace(/^.*\//, '').replace(/\.\w+$/, '')
}

/** Reads one list of scenes.json: entries are names or objects with `file` and a kind under one of the usual names. */
function listed(list: unknown, part: string): readonly Listed[] {
  if (typeof list !== 'object' || list === null) return []
  const entries: unknown = Reflect.get(list, part)
  if (!Array.isArray(entries)) return []
  return entries.flatMap((entry: unknown) => {
    const file = typeof entry === 'string' ? entry : field(entry, ['file', 'path', 'src'])
    if (file === undefined) return []
    const kind = field(entry, ['kind', 'age', 'label']) ?? ''
    return [{ file: file.startsWith(`${part}/`) ? file : `${part}/${file}`, kind }]
  })
}

function field(entry: unknown, names: readonly string[]): string | undefined {
  if (typeof entry !== 'object' || entry === null) return undefined
  for (const name of names) {
    const value: unknown = Reflect.get(entry, name)
    if (typeof value === 'string') return value
  }
  return undefined
}
