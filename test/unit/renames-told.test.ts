import { describe, expect, it } from 'vitest'
import { toCpomsText } from '../../lib/record/index.ts'
import { describePrompt } from '../../lib/protocol/wording.ts'
import { LessonTale, MINUTE, SECOND } from '../vectors/lessons/builder.ts'

/** Ben takes Amelia's name for a while and gives it back. */
const lesson = () =>
  new LessonTale()
    .prepared()
    .arrives('amelia', 'Amelia Potter')
    .arrives('ben', 'Ben Okoro')
    .after(MINUTE)
    .renames('ben', 'Ben Okoro', 'Amelia Potter')
    .prompts()
    .after(10 * SECOND)
    .renames('ben', 'Amelia Potter', 'Ben Okoro')
    .prompts()

describe('a name that was taken and given back (EG-13)', () => {
  it('is told in its order, so that nobody takes the one for the other', () => {
    const check = lesson()
      .record()
      .checks.find((one) => one.clause === 'EG-13')
    expect(check?.what).toBe(
      'A name changed after admission: Ben Okoro became Amelia Potter; Amelia Potter became Ben Okoro.',
    )
  })

  it('stands in the text for CPOMS once for each change and once with its answer', () => {
    const tale = lesson()
    const record = tale.ends().record()
    const lines = toCpomsText(record)
      .split('\n')
      .filter((line) => line.includes('Changed name'))
    const asked = record.prompts.filter((one) => one.kind === 'renamed').length
    expect(lines).toHaveLength(2 + asked)
    for (const line of lines) expect(line).toMatch(/Changed name \([^)]+\): \S/u)
  })
})

describe('a name that is put right (EG-13, CW-4)', () => {
  const begun = () =>
    new LessonTale()
      .reallyMatched()
      .prepared()
      .arrives('dev', 'Dev Shah')
      .arrives('amelia', 'Amelia Potter')
      .at(1)
      .prompts()
  const asked = (tale: LessonTale) => tale.state().prompts.filter((one) => one.kind === 'renamed')
  const turns = (tale: LessonTale, id: string, ...names: readonly [string, ...string[]]) => {
    let [from] = names
    for (const to of names.slice(1)) {
      tale.after(MINUTE).renames(id, from, to).after(SECOND).prompts()
      from = to
    }
    return tale
  }
  const words = (tale: LessonTale) => {
    const [finding] = tale.evaluate().findings.filter((one) => one.kind === 'renamed')
    if (finding === undefined) throw new Error('Nothing is asked about a name.')
    return describePrompt('renamed', ['Ben Okoro'], { state: tale.state(), finding })
  }

  it('asks nothing of a child who puts her own name back', () => {
    const tale = turns(begun(), 'amelia', 'Amelia Potter', 'Batman')
    tale.answers('renamed', 'seen')
    turns(tale, 'amelia', 'Batman', 'Amelia Potter')
    expect(asked(tale)).toHaveLength(1)
    turns(tale, 'amelia', 'Amelia Potter', 'Batman')
    expect(asked(tale)).toHaveLength(2)
  })
  it('clears the question when she does so before it is answered', () => {
    const tale = turns(begun(), 'amelia', 'Amelia Potter', 'Batman', 'Amelia Potter')
    expect(asked(tale)).toMatchObject([{ answer: { answer: 'cleared', by: 'itself' } }])
  })
  it('takes another spelling of her own name for her own', () => {
    const tale = turns(begun(), 'amelia', 'Amelia Potter', 'Batman', 'Amelia P')
    expect(asked(tale)).toHaveLength(1)
  })
  it('keeps every change in the check and the record', () => {
    const tale = turns(begun(), 'amelia', 'Amelia Potter', 'Batman', 'Amelia Potter')
    const record = tale.at(40).ends().record()
    expect(record.checks.find((one) => one.clause === 'EG-13')?.what).toContain(
      'Amelia Potter became Batman; Batman became Amelia Potter',
    )
    expect(record.people.find((one) => one.personId === 'amelia')).toMatchObject({
      kind: 'pupil',
      renames: [{ to: 'Batman' }, { to: 'Amelia Potter' }],
    })
  })
  it('asks nothing where a device takes the name of a child who was not here', () => {
    const tale = turns(begun().arrives('x', 'iPad').prompts(), 'x', 'iPad', 'Ben Okoro')
    expect(asked(tale)).toEqual([])
    expect(tale.state().prompts.filter((one) => one.answer === undefined)).toEqual([])
  })
  it('thanks somebody unknown for the name, and has the teacher look', () => {
    const tale = turns(begun().arrives('x', 'Gary').prompts(), 'x', 'Gary', 'Ben Okoro')
    expect(asked(tale)).toHaveLength(1)
    const { title, body, say } = words(tale)
    expect(title).toBe('Gary is now called Ben Okoro')
    expect(body).toContain('It was not clear before who it is')
    expect(say).toBe('Thank you, Ben. Could you wave to me, please?')
  })
  it('still asks for the own name where one child takes another’s', () => {
    const tale = turns(begun(), 'amelia', 'Amelia Potter', 'Ben Okoro')
    expect(words(tale).say).toContain('put your own name back')
    // Not by way of a name that is nobody's, either.
    const hidden = turns(begun(), 'amelia', 'Amelia Potter', 'iPad', 'Ben Okoro')
    expect(asked(hidden)).toHaveLength(2)
    expect(words(hidden).say).toContain('put your own name back')
  })
  it('still alarms where a device takes the name of a child who is here, or has left', () => {
    const here = turns(begun().arrives('x', 'iPad').prompts(), 'x', 'iPad', 'Amelia Potter')
    expect(here.evaluate().findings[0]).toMatchObject({ kind: 'duplicateName', severity: 'alarm' })
    const left = begun().arrives('x', 'iPad').prompts().leaves('amelia')
    turns(left, 'x', 'iPad', 'Amelia Potter')
    expect(left.evaluate().findings[0]).toMatchObject({ kind: 'renamed', severity: 'alarm' })
  })
  it('takes nobody’s name who is back on another device and puts the own name back', () => {
    const tale = begun().leaves('amelia').after(MINUTE).arrives('tab', 'Amelia Potter').prompts()
    turns(tale, 'tab', 'Amelia Potter', 'Batman', 'Amelia Potter')
    expect(asked(tale)).toHaveLength(1)
    const rows = tale.at(40).ends().record().people
    expect(rows.filter((one) => one.shown.includes('Amelia Potter'))).toMatchObject([
      { kind: 'pupil', personId: 'amelia' },
    ])
  })
  it('offers to remove nobody as a copy who only put the own name back', () => {
    const tale = turns(begun(), 'amelia', 'Amelia Potter', 'Batman')
    tale.arrives('x', 'Amelia Potter').prompts()
    turns(tale, 'amelia', 'Batman', 'Amelia Potter')
    const [finding] = tale.evaluate().findings.filter((one) => one.kind === 'duplicateName')
    expect(finding?.answers).toEqual(['seen', 'later'])
  })
})
