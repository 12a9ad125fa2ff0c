import type { SimLayout } from '../../meet/sim.d.ts'
import type { MeetingRole, TeamsScreen } from '../sim.d.ts'
import type { Language } from './labels/index.ts'

/** What the address asks of the simulated page. Every choice stands in README.md. */
export interface Options {
  readonly client: 'full' | 'light'
  readonly language: Language
  readonly me: string
  /** The own person and room, as in `sim.join`. */
  readonly figure: string
  readonly room: string
  readonly role: MeetingRole
  readonly start: TeamsScreen
  readonly video: 'peer' | 'canvas'
  /** Pictures a second; undefined lets it follow the number of cameras. */
  readonly fps: number | undefined
  readonly tiles: number
  readonly layout: SimLayout
  readonly title: string
  readonly code: string
  readonly fast: boolean
  readonly keep: boolean
  readonly address: 'keep' | 'bare'
  readonly frame: 'main' | 'iframe'
  readonly access: 'trusted' | 'open' | 'restricted'
  readonly locked: boolean
  readonly newcomers: 'attendee' | 'presenter'
  readonly recording: boolean
  readonly invited: number
  readonly trusted: boolean
  // Where the facts disagree or are thin.
  readonly acc: 'mount' | 'tile' | 'mri'
  readonly tid: 'usual' | 'name' | 'unknown' | 'junk'
  readonly labels: 'usual' | 'none'
  readonly bare: boolean
  readonly clash: 'space' | 'brackets' | 'none'
  readonly speaking: 'after' | 'attr' | 'class' | 'none'
  readonly outline: 'always' | 'withVideo'
  readonly phantoms: boolean
  readonly badge: 'number' | 'empty' | 'none'
  readonly pressed: 'aria' | 'track'
  readonly row: 'nested' | 'flat'
  readonly rowLabel: 'plain' | 'menu'
  readonly actions: 'hover' | 'always'
  readonly scroll: 'loads' | 'stuck'
  readonly toast: 'buttons' | 'view' | 'none'
  readonly lobbyRows: 'marks' | 'texts'
  readonly lock: 'controls' | 'people'
  readonly hardMute: 'options' | 'people'
  readonly muteConfirm: boolean
  readonly removeConfirm: boolean
  readonly lobbyScreen: 'both' | 'only'
  readonly toggles: 'capture' | 'reader'
  readonly leftScreen: 'rejoin' | 'app'
  readonly meControl: boolean
}

const screens: Readonly<Record<string, TeamsScreen>> = {
  launcher: 'launcher',
  prejoin: 'prejoin',
  greenRoom: 'prejoin',
  connecting: 'connecting',
  lobby: 'lobby',
  waiting: 'lobby',
  call: 'call',
  offStage: 'offStage',
  ended: 'ended',
}

const roles: Readonly<Record<string, MeetingRole>> = {
  organiser: 'organiser',
  host: 'organiser',
  coOrganiser: 'coOrganiser',
  cohost: 'coOrganiser',
  presenter: 'presenter',
  attendee: 'attendee',
  guest: 'attendee',
}

export function readOptions(address: URL): Options {
  const asked = address.searchParams
  const one = <T extends string>(name: string, allowed: readonly [T, ...T[]]): T =>
    allowed.find((value) => value === asked.get(name)) ?? allowed[0]
  const on = (name: string, usually: boolean): boolean => {
    const value = asked.get(name)
    return value === null ? usually : value !== '0'
  }
  const fps = Number(asked.get('fps'))
  return {
    client: clientOf(address),
    language: one('hl', ['en', 'cy', 'fr', 'es', 'pl']),
    me: asked.get('me') ?? 'Ms Khan',
    figure: asked.get('person') ?? 'adult',
    room: asked.get('room') ?? 'study',
    role: roles[asked.get('role') ?? 'organiser'] ?? 'organiser',
    start: startOf(address),
    video: one('video', ['peer', 'canvas']),
    fps: Number.isFinite(fps) && fps > 0 ? fps : undefined,
    tiles: Number(asked.get('tiles')) || 9,
    layout: one('layout', ['auto', 'tiled', 'sidebar', 'spotlight']),
    title: asked.get('title') ?? '',
    code: codeOf(address),
    fast: on('fast', false),
    keep: on('keep', false),
    address: one('address', ['keep', 'bare']),
    frame: one('frame', ['main', 'iframe']),
    access: one('access', ['trusted', 'open', 'restricted']),
    locked: on('locked', false) || asked.get('askToJoin') === '0',
    newcomers: one('newcomers', ['attendee', 'presenter']),
    recording: on('recording', false),
    invited: Number(asked.get('invited')) || 0,
    trusted: on('trusted', false),
    acc: one('acc', ['mount', 'tile', 'mri']),
    tid: one('tid', ['usual', 'name', 'unknown', 'junk']),
    labels: one('labels', ['usual', 'none']),
    bare: on('bare', false),
    clash: one('clash', ['space', 'brackets', 'none']),
    speaking: one('speaking', ['after', 'attr', 'class', 'none']),
    outline: one('outline', ['always', 'withVideo']),
    phantoms: on('phantoms', true),
    badge: one('badge', ['number', 'empty', 'none']),
    pressed: one('pressed', ['aria', 'track']),
    row: one('row', ['nested', 'flat']),
    rowLabel: one('rowLabel', ['plain', 'menu']),
    actions: one('actions', ['hover', 'always']),
    scroll: one('scroll', ['loads', 'stuck']),
    toast: one('toast', ['buttons', 'view', 'none']),
    lobbyRows: one('lobbyRows', ['marks', 'texts']),
    lock: one('lock', ['controls', 'people']),
    hardMute: one('hardMute', ['options', 'people']),
    muteConfirm: on('muteConfirm', false),
    removeConfirm: on('removeConfirm', false),
    lobbyScreen: one('lobbyScreen', ['both', 'only']),
    toggles: one('toggles', ['capture', 'reader']),
    leftScreen: one('leftScreen', ['rejoin', 'app']),
    meControl: on('meControl', true),
  }
}

/** Both clients share the hosts: the path decides (Teams facts §1). */
function clientOf(address: URL): Options['client'] {
  if (address.pathname === '/light-meetings/launch')
    return address.searchParams.get('lightExperience') === 'false' ? 'full' : 'light'
  if (address.pathname === '/v2/') return 'full'
  return address.searchParams.get('client') === 'light' ? 'light' : 'full'
}

function startOf(address: URL): TeamsScreen {
  if (address.pathname.startsWith('/dl/')) return 'launcher'
  const meeting =
    address.pathname === '/light-meetings/launch' ||
    address.searchParams.get('meetingjoin') === 'true'
  if (!meeting) return 'app'
  const asked = screens[address.searchParams.get('start') ?? 'prejoin'] ?? 'prejoin'
  return asked === 'launcher' ? 'prejoin' : asked
}

/** Whatever names the meeting: the thread, or the digits of a short link. */
function codeOf(address: URL): string {
  const coords = address.searchParams.get('coords')
  if (coords !== null) {
    const read: unknown = JSON.parse(atob(coords))
    const id: unknown =
      typeof read === 'object' && read !== null && Reflect.get(read, 'conversationId')
    if (typeof id === 'string') return id
  }
  const text = decodeURIComponent(address.hash + (address.searchParams.get('url') ?? ''))
  return /19:meeting_[\w-]+@thread\.v2/.exec(text)?.[0] ?? /\/meet\/(\d+)/.exec(text)?.[1] ?? ''
}
