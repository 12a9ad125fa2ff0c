/**
 * Whether a word next to a network's name is somebody's name there, or a word of the sentence ("my snap ameliap", "my snap broke").
 * There is no list of all English words here: those are listed that stand next to these names in a classroom. A word that is
 * missing is flagged once too often and costs a glance.
 */
export function looksLikeHandle(word: string): boolean {
  const bare = word.replace(/^@/u, '').replace(/[.,!?;:)-]+$/u, '')
  if (bare.length < 3 || !/^\p{L}/u.test(bare)) return false
  if (/[\d_#]/u.test(bare) || /\p{L}\.\p{L}/u.test(bare)) return true
  const plain = bare.toLowerCase()
  return !ORDINARY.has(plain) && !/(?:ing|ed|ly|tion|ness|['’]\p{L}{1,2})$/u.test(plain)
}

/** Digits, underscores or a full stop inside: no word of a sentence. */
export function isSurelyHandle(word: string): boolean {
  const bare = word.replace(/^@/u, '').replace(/[.,!?;:)-]+$/u, '')
  return /^\p{L}{2}[\p{L}\d._#-]*$/u.test(bare) && /[\d_#]|\p{L}\.\p{L}/u.test(bare)
}

const ORDINARY = new Set(
  // What an account or a device has, and what happens to it.
  (
    'account app story stories streak streaks video videos channel page profile post posts feed name username user handle tag picture pic photo song sound dance trend filter camera map score friend friends group chat message messages call server game games world worlds character avatar skin skins house base controller console box live stream ' +
    'broke breaks broken crashed crashes froze freezes died dead dies died works worked lags lagged stopped stops went goes got gets has had was is isnt wont cant doesnt didnt needs keeps kept says said just will would can could should might may must does did do does ' +
    // How it is.
    'the a an not now very really super quite too also still always never ever only all out off down up new newest old full slow fast fixed gone awesome amazing brilliant boring better best worse worst easier harder bigger faster slower cheaper longer fun funny cool great good bad nice sad weird banned blocked deleted private public laggy mine yours because when what where why how who which with without for from upstairs downstairs here there over back again today tonight tomorrow yesterday later soon ' +
    // Who and what is on it, and what one does there.
    'you your youre she her his him they them their this that these those its our ours everyone everybody everything anyone anybody anything someone somebody something nobody nothing one two three four five six seven eight nine ten people person kids child children class teacher miss sir mrs mum mums mummy mom dad dads daddy brother sister cousin nan grandma grandad dog cat pet baby friend mate bestie ' +
    'watch watched see saw seen look looks looked like liked love loved hate want play played plays add added post put talk chat speak call text find found come came meet join joined start make made makes use used using read write learn work works help stay hop jump get let lets go goes went been being was were are and but then than more most less much many lots some any both yes yeah yep nope okay please pls thanks thank sorry hello hey bye lol omg haha maths math english science history art music homework work lesson school book books clip clips show shows episode news film movie cartoon tutorial advert meme memes famous viral popular time times minutes hours day night week weekend year mode update version mod mods money cards card free edition party island city land pizza even after before during about into onto ' +
    'instagram insta snapchat snap tiktok tik tok discord facebook twitter whatsapp telegram roblox youtube xbox psn playstation fortnite minecraft kik bereal twitch steam switch'
  ).split(/\s+/u),
)
