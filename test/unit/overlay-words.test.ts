import { afterEach, describe, expect, it } from 'vitest'
import {
  asksFirst,
  GUIDE_SENTENCES,
  guideSentence,
  isAboutOne,
  PURPOSES,
} from '../../components/overlay/words.ts'
import type { GuideScene } from '../../components/overlay/words.ts'
import { COMMAND_KINDS } from '../../lib/meeting/index.ts'
import { MEET_STEPS } from '../../lib/platforms/meet/capabilities.ts'
import { TEAMS_STEPS } from '../../lib/platforms/teams/capabilities.ts'
import { speak } from '../../lib/words/language.ts'
import { readWords } from '../../lib/words/load.ts'
import { wordsText } from '../../scripts/words/files.ts'

afterEach(() => speak('en', new Map()))

const SCENE: GuideScene = {
  platform: 'meet',
  step: 'accessRestricted',
  kind: 'lock',
  discreet: false,
  asks: false,
  box: false,
}
const say = (change: Partial<GuideScene>) => guideSentence({ ...SCENE, ...change })
const STEPS = [
  ...MEET_STEPS.map((step) => ({ platform: 'meet', step }) as const),
  ...TEAMS_STEPS.map((step) => ({ platform: 'teams', step }) as const),
]

describe('what is said beside a control', () => {
  it('has one sentence for every step of both sites, and none left over', () => {
    expect(Object.keys(GUIDE_SENTENCES.meet).sort()).toEqual([...MEET_STEPS].sort())
    expect(Object.keys(GUIDE_SENTENCES.teams).sort()).toEqual([...TEAMS_STEPS].sort())
    expect(Object.keys(PURPOSES).sort()).toEqual([...COMMAND_KINDS].sort())
  })

  it.each(STEPS)('$platform $step reads as a sentence with every command', ({ platform, step }) => {
    for (const kind of [...COMMAND_KINDS, undefined]) {
      const sentence = say({ platform, step, kind })
      expect(sentence).toMatch(/^[A-Z].*[.]$/)
      // Longer is not read; the bubble clips at 240.
      expect(sentence.length).toBeLessThanOrEqual(200)
      expect(sentence).not.toMatch(/[{}]|Press here in the meeting|organiz|undefined/)
      if (kind !== undefined) expect(sentence.startsWith(`${PURPOSES[kind]}: `)).toBe(true)
    }
  })

  it('says first what it is for, and names the control as the site does', () => {
    expect(say({})).toBe(
      'To lock the meeting: choose “Restricted”, so that only invited people can come in.',
    )
    expect(say({ platform: 'teams', step: 'chooseLock' })).toBe(
      'To lock the meeting: choose “Lock meeting”.',
    )
    expect(say({ platform: 'teams', step: 'confirmLock', kind: 'unlock' })).toContain('“Unlock”')
    expect(say({ platform: 'teams', step: 'chooseLock', called: "Cloi'r cyfarfod" })).toBe(
      "To lock the meeting: choose “Cloi'r cyfarfod”.",
    )
  })

  it('does not put a label into a sentence where that may hold a name', () => {
    for (const step of ['admit', 'deny', 'mute', 'openRowMenu'])
      expect(say({ step, kind: 'mute', called: 'Wycisz mikrofon: Dev Shah' })).not.toContain('Dev')
    for (const step of ['admit', 'deny', 'openRowMenu'])
      expect(say({ platform: 'teams', step, called: 'Dev Shah' })).not.toContain('Dev')
  })

  it('says nothing about one person while the class can read it', () => {
    for (const { platform, step } of STEPS) {
      for (const kind of COMMAND_KINDS) {
        const sentence = say({ platform, step, kind, discreet: true, called: 'Dev Shah' })
        expect(sentence).not.toContain('Dev')
        if (isAboutOne(kind)) expect(sentence).not.toContain(PURPOSES[kind])
      }
    }
    expect(say({ step: 'Remove Dev Shah here.', discreet: true })).not.toContain('Dev')
    expect(say({ discreet: true })).toContain('To lock the meeting')
  })

  it('says where it is: further down, inside the outline, behind a menu', () => {
    expect(say({ away: 'down' })).toMatch(/further down: scroll there\.$/)
    expect(say({ box: true })).toMatch(/inside the outline\.$/)
    expect(say({ platform: 'teams', step: 'mute', kind: 'mute', away: 'closed' })).toBe(
      'To mute this person: open the menu again, then choose “Mute participant”.',
    )
  })

  it('says that the site asks something, where a question has come in between', () => {
    expect(say({ step: 'mute', kind: 'mute', asks: true })).toContain('asks something first')
    expect(asksFirst('mute', 'inDialog')).toBe(true)
    expect(asksFirst('confirmRemove', 'inDialog')).toBe(false)
    expect(asksFirst('admit', 'inDialog')).toBe(false)
    expect(asksFirst('admit', 'dialog')).toBe(true)
    expect(asksFirst('mute', undefined)).toBe(false)
  })

  it('is said in Welsh as a whole sentence, with the controls named as the site names them', async () => {
    speak('cy', readWords(await wordsText('cy')))
    expect(say({})).toBe(
      'I gloi’r cyfarfod: dewiswch “Restricted”, fel mai dim ond pobl sydd wedi’u gwahodd sy’n gallu dod i mewn.',
    )
    expect(say({ platform: 'teams', step: 'mute', kind: 'mute', away: 'closed' })).toBe(
      'I dewi’r person hwn: agorwch y ddewislen eto, yna dewiswch “Mute participant”.',
    )
    for (const { platform, step } of STEPS) {
      for (const kind of COMMAND_KINDS) {
        const sentence = say({ platform, step, kind })
        expect(sentence).not.toMatch(/[{}]/)
        expect(sentence.length, sentence).toBeLessThanOrEqual(240)
      }
    }
  })
})
