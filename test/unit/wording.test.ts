import ts from 'typescript'
import { describe, expect, it } from 'vitest'
import { CATEGORY_WORDS } from '../../lib/concern/text.ts'
import { whoToTell } from '../../lib/concern/tell.ts'
import { CONCERN_CATEGORIES } from '../../lib/concern/types.ts'
import { DEFAULT_SETTINGS } from '../../lib/storage/settings.ts'
import { PACKS } from '../../lib/protocol/packs/index.ts'
import { RULE_GROUPS } from '../../lib/protocol/ruleWords.ts'
import { familiesText } from '../../lib/protocol/wording/families.ts'
import { ANSWER_LABELS, PROMPT_WORDING } from '../../lib/protocol/wording/prompts.ts'
import type { PromptWording, Sentence } from '../../lib/protocol/wording/types.ts'
import { VARIANTS } from '../../lib/protocol/wording/variants.ts'
import { filesIn, textOf } from '../support/sources.ts'

/*
 * The rules of docs/wording.md that can be held mechanically.
 */

const PROMPTS: Readonly<Record<string, Partial<PromptWording>>> = { ...PROMPT_WORDING, ...VARIANTS }
const sentences = (sentence: Sentence | undefined): readonly string[] =>
  sentence === undefined ? [] : Object.values(sentence)

/** [where it stands, the words] of everything that is data. */
const ALL: readonly (readonly [string, string])[] = [
  ...Object.entries(PROMPTS).flatMap(([kind, { title, body, say, labels }]) =>
    [
      ...sentences(title),
      ...sentences(body),
      ...sentences(say),
      ...Object.values(labels ?? {}),
    ].map((text) => [kind, text] as const),
  ),
  ...Object.entries(ANSWER_LABELS),
  ...Object.entries(CATEGORY_WORDS),
  ...CONCERN_CATEGORIES.map((one) => [one, whoToTell(one)] as const),
  ...PACKS.map((pack) => [pack.id, familiesText(pack, DEFAULT_SETTINGS)] as const),
  ...strings(RULE_GROUPS).map((text) => ['ruleWords', text] as const),
]

function strings(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : []
}

const BANNED =
  /\b(?:violat\w*|suspici\w*|suspect\w*|caught|offen[cds]\w*|must comply|comply|compliance|culprit|perpetrator|intruder|misbeha\w*|naughty|guilty|cheat\w*|punish\w*|surveil\w*|spy\w*|target|infring\w*|non-?compliant|detected)\b/iu

/** Nobody is there who could hear it, or nothing is a child's to do. */
const NOBODY_TO_SPEAK_TO: Readonly<Record<string, string>> = {
  lockSoon: 'who is missing is not in the call',
  lockDue: 'a thing to do, about nobody',
  lockGone: 'a thing to do, about nobody',
  lateKnock: 'still outside',
  droppedPupil: 'not in the call',
  goneLong: 'not in the call',
  recording: 'a thing to stop, whoever began it',
  noteTaker: 'a bot',
  fewStaff: 'about the staff',
  outsideHours: 'about the time',
  'room.self': 'the teacher herself',
  'unknownPerson.waiting': 'still outside',
  'noConsent.waiting': 'still outside',
  'chatFlag.staff': 'a word between staff, and none before the class',
}

describe('wording (docs/wording.md)', () => {
  it.each([
    ['no word of accusation', BANNED],
    ['no exclamation mark', /!/u],
    ['no straight apostrophe or quotation mark', /['"]/u],
    ['no shouting', /\b(?!(?:CPOMS|JSON|CSV|PDF|DSL)\b)\p{Lu}{3,}\b/u],
  ] as const)('has %s', (_, wrong) => {
    expect(ALL.filter(([, text]) => wrong.test(text))).toEqual([])
  })

  it.each(Object.entries(PROMPTS))('%s: has a short title', (_, { title }) => {
    for (const one of sentences(title))
      expect(one.replace(/\{\w+\}/gu, '').length, one).toBeLessThanOrEqual(60)
  })

  it.each(Object.entries(PROMPTS))('%s: has words to say to whoever can hear them', (kind, own) => {
    const said = sentences(own.say)
    if (kind in NOBODY_TO_SPEAK_TO) return expect(said.join('')).toBe('')
    // A variant without words of its own takes those of its kind.
    if (own.say === undefined)
      return expect(PROMPT_WORDING).toHaveProperty(kind.split('.')[0] ?? '')
    expect(said.filter((words) => words.trim() === '')).toEqual([])
    return undefined
  })

  it('has no reason for silence that is not needed', () => {
    expect(Object.keys(NOBODY_TO_SPEAK_TO).filter((kind) => !(kind in PROMPTS))).toEqual([])
  })

  it.each([
    'room',
    'room.self',
    'room.again',
    'room.parent',
    'noteTaker',
    'noteTaker.waiting',
    'duplicateName.devices',
  ])('%s: calls a guess one', (kind) => {
    expect(PROMPTS[kind]?.title?.one).toMatch(/\bmay\b|\blooks like\b/u)
  })

  it('says no banned word anywhere in what the panel and the meeting show', async () => {
    const folders = [
      'lib/views',
      'lib/protocol/clauses',
      'lib/protocol/findings',
      'components/panel',
      'components/overlay',
    ]
    const files = await filesIn(folders)
    expect(files.length).toBeGreaterThan(folders.length)
    const found = await Promise.all(
      files.map(async (file) =>
        literals(await textOf(file))
          .filter((text) => BANNED.test(text))
          .map((text) => `${file}: ${text}`),
      ),
    )
    expect(found.flat()).toEqual([])
  })
})

/** Strings, pieces of templates and text between tags. */
function literals(source: string): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isLiteralExpression(node) || ts.isTemplateMiddleOrTemplateTail(node))
      found.push(node.text)
    else if (ts.isTemplateHead(node) || ts.isJsxText(node)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('x.tsx', source, ts.ScriptTarget.Latest, false, ts.ScriptKind.TSX))
  return found
}
