import { all, overlapsAny } from './hit.ts'
import type { Hit } from './hit.ts'

const EMAIL =
  /[\p{L}\d][\p{L}\d._%+-]{0,63} ?(?:@|\(at\)|\[at\]) ?[\p{L}\d][\p{L}\d-]{0,62}(?:(?:\.| ?\(dot\) ?| ?\[dot\] ?| dot )[\p{L}\d-]{2,24}){1,3}/giu
/** "amelia dot p": how the name before an "at" is said. */
const SAID_NAME =
  '[\\p{L}\\d][\\p{L}\\d._-]{0,63}(?: (?:dot|underscore|dash|hyphen) [\\p{L}\\d._-]{1,40}){0,4}'
/** "amelia at gmail dot com". With a full stop instead of "dot" it would be every second sentence ("we are at home.ok then"). */
const EMAIL_IN_WORDS = new RegExp(
  `${SAID_NAME} at [\\p{L}\\d-]{2,40}(?: dot [\\p{L}]{2,10}){1,2}\\b`,
  'giu',
)
/** Where the mail service is named, that is enough: "amelia at gmail.com", "amelia p gmail dot com", "it's gmail dot com". */
const MAIL_SERVICE = new RegExp(
  `(?:${SAID_NAME} (?:[\\p{L}\\d._-]{1,40} )?)?\\b(?:gmail|googlemail|hotmail|outlook|yahoo|icloud|aol|btinternet|protonmail|proton ?mail)(?: ?dot ?| ?\\. ?)(?:com|co(?: ?dot ?| ?\\. ?)uk|uk|net|me)\\b`,
  'giu',
)
/** Addresses that are all path: one letter is enough in front of the stroke ("t.me/x") and behind it ("bit.ly/x"). */
const SHORT_LINK =
  /(?<![\p{L}\d.@])(?:t\.me|m\.me|x\.com|t\.co|g\.co|t\.ly|is\.gd|bit\.ly|ow\.ly|rb\.gy|goo\.gl|wa\.me|fb\.me|cutt\.ly|youtu\.be|discord\.gg|tinyurl\.com|snapchat\.com|tiktok\.com) ?\/ ?[\w@#?=&%-]\S*/giu
/** Short endings ("well.me", "ok.be") are missing full stops more often than addresses: those need a path behind them. */
const LINK =
  /\bhttps?:\/\/\S{3,}|\bwww\.\S{3,}|\b[a-z\d][a-z\d-]{1,62}(?:\.[a-z\d-]{2,30}){0,2}(?:\.(?:com|co\.uk|org\.uk|ac\.uk|sch\.uk|gov\.uk|org|net|io)(?:\/\S*)?|\.[a-z]{2,10}\/[\w#?=&%-]{2,}\S*)(?=$|[\s,.!?;:)])/giu

/**
 * Addresses behind which somebody's own account or a private group waits. They are accounts, not links: EG-14 forbids them to everybody,
 * while a link to a page is part of a teacher's work. What the same companies show to anybody (their news, their help) is a page.
 */
const PRIVATE_ACCOUNT =
  /^(?:https?:\/\/)?(?:www\.)?(?:wa\.me|(?:chat|api)\.whatsapp\.com|t\.me|telegram\.me|discord\.gg|discord(?:app)?\.com ?\/ ?(?:invite|users|channels)|snapchat\.com ?\/ ?(?:add|t)|m\.me|ig\.me|messenger\.com|signal\.(?:me|group)|join\.skype\.com|kik\.me) ?\/ ?[\w@#?+%-]/iu

/** EG-14: e-mail addresses and links; a link to a private account is an account. */
export function contactHits(line: string): readonly Hit[] {
  const emails = [EMAIL, EMAIL_IN_WORDS, MAIL_SERVICE].flatMap((one) => all(line, one, 'email'))
  const links = [SHORT_LINK, LINK]
    .flatMap((one) => all(line, one, 'link'))
    .map((hit): Hit => {
      const isAccount = PRIVATE_ACCOUNT.test(line.slice(hit.from, hit.to))
      return isAccount ? { ...hit, kind: 'social' } : hit
    })
  return [...emails, ...links.filter((hit) => !overlapsAny(hit, emails))]
}
