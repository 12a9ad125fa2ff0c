import type { Counted, Forms, Gaps, Message } from './catalogue.ts'
import { language, words } from './language.ts'

/** A value for each gap of a sentence. */
export type Values = Readonly<Record<string, string | number>>
type ValuesOf<Text extends string> = Readonly<Record<Gaps<Text>, string | number>>

/** A sentence in the language of the page: `t('{who} came in', { who })`. */
export function t<const Text extends Message>(
  text: Text,
  ...values: Gaps<Text> extends never ? [] : [ValuesOf<Text>]
): string {
  return fill(translated(text), values[0])
}

/** A sentence out of a table, whose gaps are not known beforehand; a gap without a value stays as it is. */
export function tOf(text: Message, values?: Values): string {
  return fill(translated(text), values)
}

/** A sentence with a number: `tn('{n} pupil|{n} pupils', 3)`. `{n}` is the number itself. */
export function tn<const Text extends Counted>(
  text: Text,
  n: number,
  ...values: Exclude<Gaps<Text>, 'n'> extends never
    ? []
    : [Readonly<Record<Exclude<Gaps<Text>, 'n'>, string | number>>]
): string {
  const found = words().get(text)
  const forms = typeof found === 'object' ? found : englishForms(text)
  return fill(forms[rule(n)], { n, ...values[0] })
}

/** The sentence with its gaps filled by anything that can stand in a list, such as the nodes of a page. */
export function tParts<const Text extends Message, Part>(
  text: Text,
  parts: Readonly<Record<Gaps<Text>, Part>>,
): readonly (string | Part)[] {
  const given: Readonly<Record<string, Part>> = parts
  return translated(text)
    .split(/\{(\w+)\}/u)
    .flatMap((piece, at): readonly (string | Part)[] => {
      if (at % 2 === 0) return piece === '' ? [] : [piece]
      const part = given[piece]
      return part === undefined ? [`{${piece}}`] : [part]
    })
}

function translated(text: string): string {
  const found = words().get(text)
  return typeof found === 'string' ? found : english(text)
}

/** What follows "##" is said to the translator only: "Open##state". */
function english(text: string): string {
  return text.split('##', 1)[0] ?? text
}

function englishForms(text: string): Forms {
  const [one = text, other = one] = english(text).split('|')
  return { zero: other, one, two: other, few: other, many: other, other }
}

const rules = new Map<string, Intl.PluralRules>()
function rule(n: number): keyof Forms {
  const code = language()
  const known = rules.get(code) ?? new Intl.PluralRules(code === 'en' ? 'en-GB' : code)
  rules.set(code, known)
  return known.select(n)
}

function fill(text: string, values: Values | undefined): string {
  if (values === undefined) return text
  return text.replace(/\{(\w+)\}/gu, (gap, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : gap,
  )
}
