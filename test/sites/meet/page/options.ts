import type { SimLayout, SimPhase } from '../sim.d.ts'
import type { Language } from './labels/index.ts'

/** What the address asks of the simulated page. Every choice stands in README.md. */
export interface Options {
  readonly code: string
  readonly ui: '2025' | '2026'
  readonly language: Language
  readonly me: string
  /** The own person and room, as in `sim.join`. */
  readonly figure: string
  readonly room: string
  readonly isHost: boolean
  readonly start: SimPhase
  readonly video: 'peer' | 'canvas'
  /** Pictures a second; undefined lets it follow the number of cameras. */
  readonly fps: number | undefined
  readonly tiles: number
  readonly layout: SimLayout
  readonly panel: 'vanish' | 'persist'
  readonly virtual: boolean
  readonly trusted: boolean
  readonly lobby: 'pill' | 'dialog'
  readonly fold: 'hide' | 'remove' | 'never'
  readonly askBox: 'trusted' | 'both'
  readonly hangup: 'confirm' | 'direct'
  readonly management: boolean
  readonly muteConfirm: boolean
  readonly chat: 'classic' | 'companion'
  readonly recording: boolean
  readonly notes: boolean
  readonly preview: boolean
  readonly access: 'open' | 'trusted' | 'restricted'
  readonly askToJoin: boolean
  readonly fast: boolean
  readonly title: string
  /** Own device number; the next free one when it is undefined. */
  readonly device: number | undefined
  /** The others are still there when the tab is loaded again. */
  readonly keep: boolean
}

const code = /^\/([a-z]{3}-[a-z]{4}-[a-z]{3})\/?$/

export function readOptions(address: URL): Options {
  const asked = address.searchParams
  const meeting = code.exec(address.pathname)?.[1] ?? ''
  const one = <T extends string>(name: string, allowed: readonly [T, ...T[]]): T =>
    allowed.find((value) => value === asked.get(name)) ?? allowed[0]
  const on = (name: string, usually: boolean): boolean => {
    const value = asked.get(name)
    return value === null ? usually : value !== '0'
  }
  const phases = {
    greenRoom: 'greenRoom',
    waiting: 'waiting',
    call: 'inCall',
    ended: 'ended',
  } as const
  const fps = Number(asked.get('fps'))
  return {
    code: meeting,
    ui: one('ui', ['2026', '2025']),
    language: one('hl', ['en', 'cy', 'pl', 'es']),
    me: asked.get('me') ?? 'Ms Khan',
    figure: asked.get('person') ?? 'adult',
    room: asked.get('room') ?? 'study',
    isHost: one('role', ['host', 'guest']) === 'host',
    start:
      meeting === ''
        ? 'elsewhere'
        : phases[one('start', ['greenRoom', 'waiting', 'call', 'ended'])],
    video: one('video', ['peer', 'canvas']),
    fps: fps > 0 ? fps : undefined,
    tiles: Number(asked.get('tiles')) || 49,
    layout: one('layout', ['auto', 'tiled', 'sidebar', 'spotlight']),
    panel: one('panel', ['vanish', 'persist']),
    virtual: on('virtual', false),
    trusted: on('trusted', false),
    lobby: one('lobby', ['pill', 'dialog']),
    fold: one('fold', ['hide', 'remove', 'never']),
    askBox: one('ask', ['trusted', 'both']),
    hangup: one('hangup', ['confirm', 'direct']),
    management: on('management', false),
    muteConfirm: on('muteConfirm', true),
    chat: one('chat', ['classic', 'companion']),
    recording: on('recording', false),
    notes: on('notes', false),
    preview: on('preview', true),
    access: one('access', ['trusted', 'open', 'restricted']),
    askToJoin: on('askToJoin', true),
    fast: on('fast', false),
    title: asked.get('title') ?? meeting,
    device: Number(asked.get('device')) || undefined,
    keep: on('keep', false),
  }
}
