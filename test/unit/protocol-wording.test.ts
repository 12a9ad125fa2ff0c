import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { packById } from '../../lib/protocol/packs/index.ts'
import { cleanName, listNames } from '../../lib/protocol/text.ts'
import { callName, describePrompt } from '../../lib/protocol/wording.ts'
import { PROMPT_WORDING } from '../../lib/protocol/wording/prompts.ts'
import { VARIANTS } from '../../lib/protocol/wording/variants.ts'
import type { PromptKind } from '../../lib/session/events.ts'
import { speak } from '../../lib/words/language.ts'
import { readWords } from '../../lib/words/load.ts'
import { wordsText } from '../../scripts/words/files.ts'
import { anyText } from '../vectors/lessons/text.ts'
import { LessonTale, MINUTE, SECOND } from '../vectors/lessons/builder.ts'

const KINDS = Object.keys(PROMPT_WORDING) as PromptKind[]

describe('the words of prompts', () => {
  it('ask a child kindly to move', () => {
    const { title, say, answers } = describePrompt('room', ['Dev Shah'])
    expect(title).toBe('Dev Shah may be in a bedroom')
    expect(say).toBe(
      'Dev, could you take your laptop to the kitchen or living room, please? I’ll wait for you.',
    )
    expect(answers).toEqual([
      { answer: 'askToMove', label: 'Ask to move', primary: true },
      { answer: 'cameraOff', label: 'Camera off', primary: false },
      { answer: 'looksFine', label: 'Looks fine', primary: false },
      { answer: 'later', label: 'Later', primary: false },
    ])
  })
  it('follow the school’s order', () => {
    const first = (id: string) =>
      describePrompt('room', ['Dev'], { pack: packById(id) }).answers.find((one) => one.primary)
        ?.answer
    expect(first('crossways')).toBe('cameraOff')
    expect(first('ernesford-grange')).toBe('askToMove')
  })
  it('count several', () => {
    const { title, body, say } = describePrompt('cameraOff', [
      'Amelia Potter',
      'Dev Shah',
      'Ben Okoro',
      'Zofia K',
    ])
    expect(title).toBe('4 cameras are off')
    expect(body).toMatch(/^Amelia Potter, Dev Shah, Ben Okoro and Zofia K\. /)
    expect(say).toMatch(/^Amelia, Dev, Ben and Zofia, could you/)
  })
  it('call nobody by name in a crowd', () => {
    const names = Array.from({ length: 12 }, (_, i) => `Pupil ${i}`)
    expect(describePrompt('cameraOff', names).say).toMatch(/^Everybody, could you/)
    expect(describePrompt('cameraOff', names).body).toMatch(/and 6 more/)
  })
  it('use the name to say aloud that the caller knows', () => {
    expect(describePrompt('room', [{ name: 'Priya Shah', first: 'Dev' }]).say).toMatch(
      /^Dev, could/,
    )
  })
  it.each([
    ['Dev Shah', 'Dev'],
    ['Shah, Dev', 'Dev'],
    ['Mrs Shah', 'Mrs Shah'],
    ['The Shah family', 'The Shah family'],
    ['Dev', 'Dev'],
    ['', ''],
    ['\u200b', ''],
  ])('calls %j %j', (shown, called) => {
    expect(callName(shown)).toBe(called)
  })
  it('speak of two people with one name', () => {
    expect(describePrompt('duplicateName', ['Amelia Potter', 'Amelia Potter']).title).toBe(
      'Two people show the name Amelia Potter',
    )
    expect(
      describePrompt('duplicateName', ['Amelia Potter', 'Amelia Potter', 'Amelia Potter']).title,
    ).toBe('3 people show the name Amelia Potter')
  })
  it('never blame: no kind says that a child did wrong', () => {
    for (const kind of KINDS) {
      const { title, body, say } = describePrompt(kind, ['Dev Shah'])
      expect(`${title} ${body} ${say}`).not.toMatch(
        /naughty|bad|wrong place|must not|forbidden|caught|offence/i,
      )
    }
  })
  it.each(KINDS)(
    '%s has a title, a body and answers for nobody, one, two and many, with every place filled',
    (kind) => {
      const variants = [undefined, 'self', 'waiting', 'unsure', 'covered'] as const
      for (const variant of variants) {
        for (const number of [0, 1, 2, 9]) {
          const names = Array.from({ length: number }, (_, i) => `Pupil ${i}`)
          const text = describePrompt(kind, names, variant === undefined ? {} : { variant })
          expect(text.title).not.toBe('')
          expect(text.body).not.toBe('')
          expect(`${text.title}${text.body}${text.say}`).not.toMatch(/[{}]|undefined|\bnull\b/)
          expect(text.answers.filter((one) => one.primary)).toHaveLength(1)
          expect(text.title.length).toBeLessThan(110)
          if (number > 1)
            expect(text.answers.map((one) => one.answer)).not.toContain(
              kind === 'cameraOff' || kind === 'unknownPerson' ? 'remove' : 'none',
            )
        }
      }
    },
  )
  it('have a wording for each variant that exists', () => {
    for (const key of Object.keys(VARIANTS)) expect(KINDS).toContain(key.split('.')[0])
  })
})

describe('words looked up in the session', () => {
  const say = (tale: LessonTale, kind: PromptKind) => {
    const finding = tale.evaluate().findings.find((one) => one.kind === kind)
    if (finding === undefined) throw new Error(`no ${kind}`)
    const state = tale.state()
    const names = finding.about.map(
      (id) =>
        state.people.find((one) => one.id === id)?.name ??
        state.knocks.find((one) => one.key === id)?.name ??
        state.chatFlags.find((one) => one.lineId === id)?.sender ??
        '',
    )
    return {
      ...describePrompt(kind, names, { pack: packById('combined'), state, finding }),
      finding,
    }
  }
  const calm = () =>
    new LessonTale()
      .prepared()
      .at(-3)
      .arrives('lee', 'Tom Lee')
      .arrives('amelia', 'Amelia Potter')
      .arrives('dev', 'Dev Shah')
      .at(1)

  it('tell old and new name and the time', () => {
    const { title, body } = say(calm().renames('dev', 'Dev Shah', 'Elmo').after(SECOND), 'renamed')
    expect(title).toBe('Dev Shah is now called Elmo')
    expect(body).toMatch(/10:01/)
  })
  it('tell a bathroom, and the teacher’s own room', () => {
    expect(say(calm().room('dev', 'bathroom'), 'room').title).toBe('Dev Shah may be in a bathroom')
    expect(say(calm().room('self', 'bedroom'), 'room').title).toBe('You may be in a bedroom')
  })
  it('show a masked chat line and its kind', () => {
    const { title, body } = say(
      calm().add({
        type: 'chatFlag',
        lineId: 'c',
        sender: 'Dev Shah',
        kinds: ['phone'],
        masked: 'ring 07•••',
      }),
      'chatFlag',
    )
    expect(title).toBe('Dev Shah wrote a phone number in the chat')
    expect(body).toMatch(/^“ring 07•••”/)
  })
  it('count the missing before the lock without needing their names', () => {
    const { title, body } = say(calm().at(4.2), 'lockSoon')
    expect(title).toBe('The call locks soon: 2 expected pupils are not here')
    expect(body).toBe('The call is locked at 10:05.')
  })
  it('tell those who wait from those who are in', () => {
    expect(say(calm().knocks('k', 'Gary'), 'unknownPerson').title).toBe(
      'Gary is waiting and is not on the register',
    )
    expect(say(calm().knocks('k', 'Zofia Kowalska'), 'noConsent').answers[0]?.answer).toBe('deny')
  })
  it('say of nobody that they dropped out whom the teacher took out for now', () => {
    const knocksAgain = (tale: LessonTale) =>
      tale.after(SECOND).leaves('dev').after(MINUTE).knocks('k', 'Dev Shah')
    const held = (tale: LessonTale) =>
      tale.add({ type: 'held', id: 'dev', name: 'Dev Shah', why: 'noAdult' })
    expect(say(knocksAgain(calm()), 'droppedPupil').title).toMatch(/dropped out/)
    const { title, body } = say(knocksAgain(held(calm())), 'droppedPupil')
    expect(title).toBe('Dev Shah asks to come in again')
    expect(body).toMatch(/took Dev Shah out for now/)
    // The same child, held under a parent's name and back under their own.
    const asParent = new LessonTale().prepared().at(1).arrives('dev', 'Mrs Shah').after(SECOND)
    asParent.add({ type: 'held', id: 'dev', name: 'Mrs Shah', why: 'noAdult' })
    expect(say(knocksAgain(asParent), 'droppedPupil').title).toBe('Dev Shah asks to come in again')
    // Back since, and then the connection: that is dropping out.
    const back = knocksAgain(held(calm())).knockGone('k', 'Dev Shah').arrives('dev', 'Dev Shah')
    expect(say(knocksAgain(back.at(9)), 'droppedPupil').title).toMatch(/dropped out/)
  })
  it('offer exactly the answers of the finding', () => {
    const tales: readonly (readonly [LessonTale, PromptKind])[] = [
      [calm().room('dev', 'bedroom'), 'room'],
      [calm().camera('dev', 'off').after(MINUTE), 'cameraOff'],
      [calm().arrives('x', 'Gary').after(SECOND), 'unknownPerson'],
      [calm().knocks('k', 'Gary'), 'unknownPerson'],
      [calm().at(5), 'lockDue'],
      [calm().at(7).knocks('k', 'Ben Okoro', true), 'lateKnock'],
      [calm().at(4.5), 'lockSoon'],
    ]
    for (const [tale, kind] of tales) {
      const { answers, finding } = say(tale, kind)
      expect(answers.map((one) => one.answer).sort()).toEqual([...finding.answers].sort())
    }
  })
})

describe('names inside sentences', () => {
  it('are one clean, clipped line', () => {
    expect(cleanName('<b>Dev</b>\n\u202eShah\u200b')).toBe('<b>Dev</b> Shah')
    expect(cleanName('x'.repeat(10_000))).toHaveLength(60)
    expect(cleanName('\u200b')).toBe('somebody without a name')
    expect(listNames(['A', 'B'])).toBe('A and B')
    expect(listNames([])).toBe('')
  })
  it('never break a sentence, whatever they are', () => {
    fc.assert(
      fc.property(anyText(90), fc.constantFrom(...KINDS), (name, kind) => {
        const { title, body, say } = describePrompt(kind, [name])
        for (const line of [title, body, say]) {
          expect(line).not.toMatch(/[\n\r\u202a-\u202e\u2066-\u2069\u200b]/u)
          expect(line.length).toBeLessThan(700)
        }
      }),
    )
  })
  it('never fill the places of other names', () => {
    expect(describePrompt('room', ['{call} $& {n}']).title).toBe(
      '{call} $& {n} may be in a bedroom',
    )
  })
})

describe('the words of prompts in Welsh', async () => {
  const welsh = readWords(await wordsText('cy'))
  afterEach(() => speak('en', new Map()))

  it.each(KINDS)('%s is said in it for nobody, one and many, with every place filled', (kind) => {
    for (const names of [[], ['Dev Shah'], ['Dev Shah', 'Ann Lee', 'Tom Lee']]) {
      const english = describePrompt(kind, names)
      speak('cy', welsh)
      const { title, body, say, answers } = describePrompt(kind, names)
      speak('en', new Map())
      expect(title).not.toBe(english.title)
      expect(body).not.toBe(english.body)
      expect(say === '').toBe(english.say === '')
      expect(`${title}${body}${say}`).not.toMatch(/[{}!'"]|##/)
      expect(answers.map((one) => one.answer)).toEqual(english.answers.map((one) => one.answer))
    }
  })
  it('says “ti” to one child and “chi” to several', () => {
    speak('cy', welsh)
    expect(describePrompt('room', ['Dev Shah']).say).toMatch(/^Dev, allet ti .* dy liniadur/)
    expect(describePrompt('room', ['Dev Shah', 'Ann Lee']).say).toMatch(/^Dev ac Ann, allech chi/)
  })
  it('says what was looked at, in the record too', () => {
    speak('cy', welsh)
    const tale = new LessonTale().prepared().at(1).arrives('dev', 'Dev Shah')
    const item = tale.evaluate().checklist.find((one) => one.clause.id === 'CW-4')
    expect(item).toMatchObject({
      clause: { text: 'Dangosir enw’r rhiant neu’r plentyn.' },
      state: { what: '1 enw wedi’i wirio, yn enw disgybl neu riant ar y gofrestr.' },
    })
    expect(JSON.stringify(tale.events)).not.toMatch(/enw/)
  })
})
