import { all } from './hit.ts'
import type { Hit } from './hit.ts'
import { isSurelyHandle, looksLikeHandle } from './ordinary.ts'

/** "@amelia_p", "@ameliapotter"; "@Dev" and "@Mrs Khan" speak to somebody in the class. */
const AT_HANDLE = /(?<![\p{L}\d_.@])@(?=[a-z\d_.]*[\d_.][a-z\d_]|[a-z]{8})[a-z\d_.]{3,30}/giu

const NETWORK =
  '(?:instagram|insta|snapchat|snap|tiktok|tik tok|discord|facebook|fb|twitter|whatsapp|telegram|roblox|youtube|xbox|psn|fortnite|minecraft|kik|bereal|twitch|steam)'
const WORD_FOR_NAME = '(?:name|user ?name|account|id|handle|tag|gamertag)'
const HANDLE = '@?[\\p{L}\\d_.#-]{3,40}'
/**
 * Where a name is certainly meant. A network alone ("I like Roblox") is no finding. After "add me on roblox" up to three more words
 * belong to it: the name is one of them, and it must not stand in the excerpt.
 */
const NAMED_ACCOUNT = new RegExp(
  `\\b${NETWORK}(?: ${WORD_FOR_NAME})? ?[:=] ?${HANDLE}` +
    `|\\b(?:${NETWORK} )?${WORD_FOR_NAME} is (?:called )?@?[\\p{L}\\d_.#-]*[\\d_#][\\p{L}\\d_.#-]*` +
    `|\\b${NETWORK} ${WORD_FOR_NAME} is ${HANDLE}` +
    `|\\b(?:add|follow|find|message|dm|text) me on ${NETWORK}\\b(?:[ ,:;-]{1,3}[\\p{L}\\d_.#@'’-]{1,40}){0,3}` +
    `|(?<![\\p{L}\\d])[\\p{L}\\d_.]{3,32}#\\d{4}\\b`,
  'giu',
)
/** "my snap is ameliap", "my snap ameliap", "my tiktok is @amel": a name, unless it is a word of the sentence ("my xbox is broken"). */
const OWN_ACCOUNT = new RegExp(
  `\\bmy ${NETWORK}(?: is| its| it['’]s| -)? (?:called )?${HANDLE}`,
  'giu',
)
/** "insta amel.p": without "my" only what can be no word. */
const NETWORK_THEN_NAME = new RegExp(`\\b${NETWORK} -? ?${HANDLE}`, 'giu')
/** "ameliap on snap" */
const NAME_ON_NETWORK = new RegExp(
  `(?:^|(?<= ))(?:(?:i['’]?m|i am|its|it['’]s|me|add|called|me as) )?${HANDLE} on ${NETWORK}\\b`,
  'giu',
)

/** EG-14: accounts in social networks and games. */
export function accountHits(line: string): readonly Hit[] {
  const text = (hit: Hit) => line.slice(hit.from, hit.to)
  const last = (hit: Hit) => text(hit).split(' ').at(-1) ?? ''
  return [
    ...all(line, AT_HANDLE, 'social'),
    ...all(line, NAMED_ACCOUNT, 'social'),
    ...all(line, OWN_ACCOUNT, 'social').filter((hit) => looksLikeHandle(last(hit))),
    ...all(line, NETWORK_THEN_NAME, 'social').filter((hit) => isSurelyHandle(last(hit))),
    ...all(line, NAME_ON_NETWORK, 'social').filter((hit) => isNameOn(line, hit)),
  ]
}

/** What is "on" these is a subject ("volcanoes on youtube") more often than a person. */
const FOR_WATCHING = /(?:youtube|twitch|twitter|facebook|fb|steam|minecraft|fortnite)$/iu

/** "ameliap on snap" by itself or after "I'm" or "add"; in the middle of a sentence ("a clip on tiktok") only what can be no word. */
function isNameOn(line: string, hit: Hit): boolean {
  const text = line.slice(hit.from, hit.to)
  const words = (text.split(/ on (?=[^ ]+(?: tok)?$)/iu)[0] ?? '').split(' ')
  const name = words.at(-1) ?? ''
  if (isSurelyHandle(name)) return true
  if (FOR_WATCHING.test(text)) return false
  const introduced = words.length > 1 || hit.from === 0
  const ends = /^[\s.,!?]*$/u.test(line.slice(hit.to))
  // A capital begins a sentence or the name of somebody in the class; accounts are written small.
  return introduced && ends && name.length >= 5 && /^@?\p{Ll}/u.test(name) && looksLikeHandle(name)
}
