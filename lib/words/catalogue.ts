import type clauses from './cy/clauses.json'
import type concern from './cy/concern.json'
import type help from './cy/help.json'
import type misc from './cy/misc.json'
import type options from './cy/options.json'
import type overlay from './cy/overlay.json'
import type panel from './cy/panel.json'
import type platforms from './cy/platforms.json'
import type practice from './cy/practice.json'
import type prompts from './cy/prompts.json'
import type record from './cy/record.json'
import type register from './cy/register.json'
import type ui from './cy/ui.json'
import type views from './cy/views.json'

/**
 * Every sentence of the interface, in English, as it stands in the code: it is its own key. What has no Welsh does not compile, so no
 * language can be half there. One file of `cy/` for each part of the house; The type check says what is missing, a test what is no longer used.
 */
export type Catalogue = typeof ui &
  typeof panel &
  typeof views &
  typeof prompts &
  typeof clauses &
  typeof options &
  typeof register &
  typeof overlay &
  typeof platforms &
  typeof record &
  typeof concern &
  typeof practice &
  typeof misc &
  typeof help

/** Forms of a number in Welsh, by the rules of the Unicode CLDR; English has only the last two. */
export const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other'] as const
export type Form = (typeof FORMS)[number]
export type Forms = Readonly<Record<Form, string>>

/** A sentence without a number that changes it. */
export type Message = {
  [K in keyof Catalogue]: Catalogue[K] extends string ? K : never
}[keyof Catalogue]
/** "{n} pupil|{n} pupils": for one, and for every other number. */
export type Counted = Exclude<keyof Catalogue, Message>

/** What stands in braces: "{who} came in" takes `who`. */
export type Gaps<Text extends string> = Text extends `${string}{${infer Gap}}${infer Rest}`
  ? Gap | Gaps<Rest>
  : never

/** Another language: by the English sentence. Read from a file, so anything may be missing, which is then said in English. */
export type Translation = ReadonlyMap<string, string | Forms>
