import { shapeOf, isRandom, lengthClass } from './shape.ts'
import type { Vocabulary } from './vocabulary.ts'
import { CHOICES, NAMES, RANDOM, SHAPED, TAGS } from './vocabulary.ts'

/** One element of the page, without anything that it says. */
export interface ReportNode {
  readonly tag: string
  /** So many plain boxes around it are left out. */
  readonly inside?: number
  readonly attrs?: Readonly<Record<string, string>>
  /** Attributes that are there and whose value is not told. */
  readonly has?: readonly string[]
  /** Words in its aria-label, at most 9. */
  readonly label?: number
  /** Length of its own text, in characters. */
  readonly text?: string
  readonly icon?: string
  readonly video?: { readonly shown: boolean; readonly live: boolean; readonly picture: boolean }
  readonly kids?: readonly ReportNode[]
  /** So many more like it follow. */
  readonly times?: number
  /** Children that are left out. */
  readonly more?: number
}

export interface Eyes {
  readonly vocabulary: Vocabulary
  readonly said: ReadonlySet<string>
}

const SKIPPED = new Set(['SCRIPT', 'STYLE', 'LINK', 'META', 'NOSCRIPT', 'TEMPLATE', 'BASE'])
const LEAVES = new Set(['SVG', 'CANVAS', 'PICTURE', 'VIDEO', 'AUDIO'])
const MOST_KIDS = 80
const DEEPEST = 60

/** The tree under an element, of at most `most` elements, those near the root first. */
export function treeOf(
  root: Element,
  most: number,
  eyes: Eyes,
): { readonly tree: ReportNode; readonly reported: number; readonly cut: boolean } {
  const { taken, cut } = take(root, most)
  return { tree: nodeOf(root, taken, eyes, 0), reported: taken.size, cut }
}

function take(
  root: Element,
  most: number,
): { readonly taken: ReadonlySet<Element>; readonly cut: boolean } {
  const taken = new Set<Element>([root])
  for (const element of taken) {
    for (const child of childrenOf(element)) {
      if (taken.size >= most) return { taken, cut: true }
      taken.add(child)
    }
  }
  return { taken, cut: false }
}

function childrenOf(element: Element): readonly Element[] {
  if (LEAVES.has(element.tagName.toUpperCase())) return []
  if (element.tagName === 'IFRAME') {
    try {
      const body = (element as HTMLIFrameElement).contentDocument?.body
      return body === undefined || body === null ? [] : [body]
    } catch {
      return []
    }
  }
  return [...element.children].filter((child) => !SKIPPED.has(child.tagName))
}

function nodeOf(
  element: Element,
  taken: ReadonlySet<Element>,
  eyes: Eyes,
  depth: number,
  inside = 0,
): ReportNode {
  const children = childrenOf(element)
  const kept = children.filter((child) => taken.has(child)).slice(0, MOST_KIDS)
  const own = describe(element, eyes)
  const [only] = kept
  const isPlain = Object.keys(own).length === 1 && (own.tag === 'div' || own.tag === 'span')
  if (isPlain && only !== undefined && children.length === 1)
    return nodeOf(only, taken, eyes, depth, inside + 1)
  const kids =
    depth >= DEEPEST ? [] : grouped(kept.map((child) => nodeOf(child, taken, eyes, depth + 1)))
  const told = depth >= DEEPEST ? 0 : kept.length
  return {
    ...own,
    ...(inside === 0 ? {} : { inside }),
    ...(kids.length === 0 ? {} : { kids }),
    ...(children.length > told ? { more: children.length - told } : {}),
  }
}

/** Thirty rows of the same build are one row, thirty times. */
function grouped(nodes: readonly ReportNode[]): readonly ReportNode[] {
  if (nodes.length < 2) return nodes
  const groups: { node: ReportNode; key: string; times: number }[] = []
  for (const node of nodes) {
    const key = JSON.stringify(node)
    const last = groups.at(-1)
    if (last?.key === key) last.times += 1
    else groups.push({ node, key, times: 1 })
  }
  return groups.map(({ node, times }) => (times === 1 ? node : { ...node, times }))
}

function describe(element: Element, { vocabulary, said }: Eyes): ReportNode {
  const attrs: Record<string, string> = {}
  const has = new Set<string>()
  let label = 0
  for (const { name, value } of element.attributes) {
    if (name === 'class' || name === 'style') continue
    const choices = Object.hasOwn(CHOICES, name) ? CHOICES[name] : undefined
    if (name === 'aria-label') label = Math.min(9, value.trim().split(/\s+/u).length)
    else if (choices !== undefined) attrs[name] = choices.has(value) ? value : '*'
    else if (SHAPED.has(name)) attrs[name] = shapeOf(value, vocabulary, said)
    else if (RANDOM.has(name))
      attrs[name] = vocabulary.whole.has(value) || isRandom(value, said) ? value : '*'
    else has.add(nameOf(name, vocabulary, said))
  }
  const own = ownText(element)
  const icon = element.tagName === 'I' && vocabulary.icons.has(own) ? own : undefined
  return {
    tag: tagOf(element),
    ...(Object.keys(attrs).length === 0 ? {} : { attrs }),
    ...(has.size === 0 ? {} : { has: [...has] }),
    ...(label === 0 ? {} : { label }),
    ...(icon === undefined ? {} : { icon }),
    ...(own === '' || icon !== undefined ? {} : { text: lengthClass(own.length) }),
    ...(element.tagName === 'VIDEO' ? { video: videoOf(element as HTMLVideoElement) } : {}),
  }
}

function tagOf(element: Element): string {
  const tag = element.localName
  if (TAGS.has(tag)) return tag
  return tag.includes('-') ? 'custom' : 'other'
}

function nameOf(name: string, vocabulary: Vocabulary, said: ReadonlySet<string>): string {
  if (NAMES.has(name) || vocabulary.names.has(name)) return name
  if (!name.startsWith('data-')) return '*'
  return `data-${shapeOf(name.slice('data-'.length), vocabulary, said)}`
}

function ownText(element: Element): string {
  let text = ''
  for (const node of element.childNodes) {
    if (node.nodeType === 3) text += node.nodeValue ?? ''
    if (text.length > 500) break
  }
  return text.trim()
}

function videoOf(video: HTMLVideoElement): NonNullable<ReportNode['video']> {
  const stream = video.srcObject
  const tracks = stream instanceof MediaStream ? stream.getVideoTracks() : []
  return {
    shown: video.getClientRects().length > 0,
    live: tracks.some((track) => track.readyState === 'live'),
    picture: video.videoWidth > 2,
  }
}
