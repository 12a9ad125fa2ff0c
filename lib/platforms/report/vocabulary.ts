import type { SelectorPack } from '../pack.ts'

/**
 * Every string that a page report can hold is in here, or in the pack that ships, or is `*`, `#` or a separator. That is what makes the
 * report safe to send: nothing that a page says of anybody can get into it, because nothing is copied that was not known before.
 */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/u))

export const TAGS = list(`
  a abbr address area article aside audio b base blockquote body br button canvas caption center code col dd details dialog div dl dt
  em embed fieldset figure footer form frame h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label legend li link main
  map mark menu meta meter nav object ol optgroup option output p picture pre progress q s samp section select slot small source span
  strong sub summary sup svg table tbody td template textarea tfoot th thead time title tr track u ul var video wbr`)

export const ROLES = list(`
  alert alertdialog application article banner button cell checkbox columnheader combobox complementary contentinfo definition dialog
  directory document feed figure form generic grid gridcell group heading img link list listbox listitem log main marquee math menu
  menubar menuitem menuitemcheckbox menuitemradio navigation none note option presentation progressbar radio radiogroup region row
  rowgroup rowheader scrollbar search searchbox separator slider spinbutton status switch tab table tablist tabpanel term textbox timer
  toolbar tooltip tree treegrid treeitem`)

/** Attributes whose presence alone says something. Their values are never looked at. */
export const NAMES = list(`
  alt aria-activedescendant aria-controls aria-describedby aria-details aria-errormessage aria-flowto aria-keyshortcuts aria-label
  aria-labelledby aria-owns aria-placeholder aria-roledescription aria-valuenow aria-valuetext autoplay checked controls download draggable
  for height href inert lang loop max maxlength min muted name open placeholder playsinline poster readonly rel required selected
  slot spellcheck src srcset step style target title value width jsaction jslog jsmodel jsdata jsshadow`)

/** Attributes of few values, and those values. */
const YES_NO = list('true false mixed')
export const CHOICES: Readonly<Record<string, ReadonlySet<string>>> = {
  'aria-atomic': YES_NO,
  'aria-busy': YES_NO,
  'aria-checked': YES_NO,
  'aria-current': list('true false page step location date time'),
  'aria-disabled': YES_NO,
  'aria-expanded': YES_NO,
  'aria-haspopup': list('true false menu listbox tree grid dialog'),
  'aria-hidden': YES_NO,
  'aria-invalid': YES_NO,
  'aria-level': list('1 2 3 4 5 6'),
  'aria-live': list('off polite assertive'),
  'aria-modal': YES_NO,
  'aria-multiselectable': YES_NO,
  'aria-orientation': list('horizontal vertical'),
  'aria-pressed': YES_NO,
  'aria-readonly': YES_NO,
  'aria-required': YES_NO,
  'aria-selected': YES_NO,
  contenteditable: list('true false plaintext-only'),
  'data-call-ended': YES_NO,
  'data-in-call': YES_NO,
  'data-is-muted': YES_NO,
  dir: list('ltr rtl auto'),
  role: ROLES,
  tabindex: list('-1 0 1'),
  type: list(
    'button checkbox color date email file hidden image number password radio range reset search submit tel text time url',
  ),
}

/** Attributes whose value describes the page and not a person: told as far as its words are known, see `shape.ts`. */
export const SHAPED = list(`
  data-avatar-count data-cid data-id data-inp data-mdc-dialog-action data-message-id data-panel-id data-participant-id data-ssrc
  data-stream-type data-testid data-tid data-tile-media-id data-track-module-name id`)

/** Attributes that Google's compiler fills with letters at random. */
export const RANDOM = list('jsname jscontroller')

/** Words that programmers put into ids. None of them is a name, a place or something one says in a chat; a test holds it against the names. */
const STRUCTURE = list(`
  accordion accept action actions active admit alert aria attendee attendees audio author avatar background badge banner bar body bottom
  box breadcrumb btn button buttons calling calls camera cancel caption captions card carousel cell center chat checkbox close collapse column
  component compose container content control controls count data decorator device devices dialog disabled display divider drawer
  dropdown duration e2ee element end entry expand field filmstrip flex floating fluent focus footer form frame fullscreen gallery grid
  group guest hangup header heading hidden horizontal host icon icons id image img indicator indicators info inline inner input item
  items join label large layer layers layout layouts leave left level link list listbox loading lobby lock main media meeting menu
  menuitem message messages meter microphone middle mini modal modern monitor more mute muted nametag nav navigation notification
  notifications off on open option options organizer orgid outer outline overflow overlay pagination pane panel participant
  participants pinned placeholder popover popup portal prejoin presence present presenter preview primary profile raised reaction
  reactions recording region rejoin remove renderer roster rows scroll search secondary section self settings share sharing
  side sidebar slider slot small spaces spotlight spotlighted stage status stop stream stub submenu surface switch table 
  text thumbnail tid tile tiles time title toast toggle toolbar tooltip top track transcript tray tree treeitem trigger ubar ui unmute
  unmuted user users vertical video videos view viewport voice waiting window wrapper`)

/** Words of selectors that are short names as well (Michael, Rowan, Tabitha): kept only inside a value that a selector asks for as it stands. */
const ALSO_NAMES = list('mic row tab tabs')

export interface Vocabulary {
  /** Values that a selector of the shipped pack asks for, letter by letter. */
  readonly whole: ReadonlySet<string>
  /** Small letters. */
  readonly words: ReadonlySet<string>
  /** Words that draw an icon. */
  readonly icons: ReadonlySet<string>
  /** Names of attributes in selectors. */
  readonly names: ReadonlySet<string>
  readonly targets: ReadonlySet<string>
}

/** Of a shipped pack only: a pack from a file may hold anything. Wording (labels, titles) is left out: it is not structure. */
export function vocabularyOf(shipped: SelectorPack): Vocabulary {
  const whole = new Set<string>()
  const words = new Set(STRUCTURE)
  const names = new Set<string>()
  const icons = new Set(shipped.iconWords)
  for (const { css, icon } of Object.values(shipped.targets).flat()) {
    for (const word of icon ?? []) icons.add(word)
    for (const [, name = '', operator = '', value = ''] of css.matchAll(
      /\[([\w-]+)(?:([~|^$*]?=)"([^"]*)")?/gu,
    )) {
      names.add(name)
      if (!SHAPED.has(name) && !RANDOM.has(name)) continue
      if (operator === '=') whole.add(value)
      if (!RANDOM.has(name)) addWords(words, value)
    }
    for (const [, id = ''] of css.matchAll(/#([A-Za-z][\w-]*)/gu)) {
      whole.add(id)
      addWords(words, id)
    }
  }
  return { whole, words, icons, names, targets: new Set(Object.keys(shipped.targets)) }
}

function addWords(words: Set<string>, value: string): void {
  for (const word of partsOf(value)) {
    const small = word.toLowerCase()
    if (small.length > 2 && !ALSO_NAMES.has(small)) words.add(small)
  }
}

/** "callingButtons-showMoreBtn" → calling, Buttons, show, More, Btn. */
export function partsOf(value: string): readonly string[] {
  return value.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+/gu) ?? []
}
