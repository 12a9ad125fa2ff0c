import { describe, expect, it } from 'vitest'
import type { Register } from '../../lib/register/index.ts'
import { leaked, secretsOf } from '../support/roster.ts'
import { YEAR4, deskAt, meetingTab, nextView, pupil } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

/**
 * The register never reaches the meeting page. Everything that the background sends to the page while every kind of name comes in,
 * is asked about and answered is kept, and searched for every name of the register that the page did not show itself.
 */

const SECOND = 1000
const REGISTER: Register = {
  ...YEAR4,
  name: 'Willow Otters 4K',
  pupils: [
    pupil('amelia', 'Amelia', 'Potter', {
      preferredName: 'Milliebobs',
      aliases: ['Princess Sparkle'],
      guardians: [
        {
          firstName: 'Helena',
          lastName: 'Potter',
          title: 'Mrs',
          relation: 'mother',
          phone: '07700900101',
        },
      ],
    }),
    pupil('dev', 'Dev', 'Shah', {
      guardians: [
        {
          firstName: 'Priya',
          lastName: 'Shah',
          title: 'Mrs',
          relation: 'mother',
          phone: '07700900103',
        },
        { firstName: 'Rajesh', lastName: 'Shah', title: 'Mr', relation: 'father', phone: '' },
      ],
    }),
    pupil('zofia', 'Zofia', 'Kowalska', { consentVideo: 'no', aliases: ['Zosieńka'] }),
    pupil('tom', 'Tomasz', 'Kowalski'),
    pupil('never', 'Quentin', 'Featherstonehaugh', { consentVideo: 'unknown' }),
  ],
}

const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const SHOWN = [
  'Aisha Khan',
  'Amelia Potter',
  'Priya Shah',
  'iPad (2)',
  'Gary',
  'Аmelia Potter',
  'Otter.ai',
  'Zofia & Tomasz',
  'Mrs Smith',
  'Zofia K',
]

async function played() {
  const { desk, clock } = deskAt()
  const { tab, told, observe } = meetingTab(desk)
  await desk.fromPage('deleteRegister', { registerId: 'year4' })
  await desk.fromPage('saveRegister', { register: REGISTER })
  await observe(observation([khan]))
  await desk.fromPage('chooseClass', { registerId: REGISTER.id, packId: 'ernesford-grange' })
  const all = [
    khan,
    participant('p1', 'Amelia Potter'),
    participant('p2', 'Priya Shah'),
    participant('p3', 'iPad (2)'),
    participant('p4', 'Gary'),
    participant('p5', 'Аmelia Potter'),
    participant('p6', 'Otter.ai'),
    participant('p7', 'Zofia & Tomasz'),
  ]
  const lobby = {
    knocks: [
      { key: 'k1', name: 'Mrs Smith', decorations: [] },
      { key: 'k2', name: 'Zofia K', decorations: [] },
    ],
  }
  const see = async (people = all) => {
    clock.now += 21 * SECOND
    await observe(observation(people, { lobby }))
  }
  await see()
  await see()
  await desk.fromPage('fixMatch', { shown: 'iPad (2)', id: 'p3', registerPersonId: 'never' })
  await desk.fromPage('fixMatch', { shown: 'Gary', id: 'p4', registerPersonId: 'dev' })
  await desk.fromPage('expectVisitor', { shown: 'Mrs Smith', note: 'aunt of Quentin' })
  const { prompts } = await nextView(desk)
  for (const prompt of prompts) {
    const answer = prompt.answers.find((one) => one.answer === 'seen') ?? prompt.answers.at(-1)
    if (answer !== undefined) await desk.answer(prompt.promptId, answer.answer)
  }
  await see(all.map((one) => (one.id === 'p4' ? { ...one, name: 'Amelia Potter' } : one)))
  await see(all.filter((one) => one.id !== 'p1'))
  clock.now += 300 * SECOND
  await see()
  await desk.fromPage('perform', { command: { kind: 'admit', key: 'k2', name: 'Zofia K' } })
  await desk.fromPage('leaveWaiting', { key: 'k1', name: 'Mrs Smith' })
  await desk.fromPage('undoChoice', { shown: 'Gary' })
  await desk.fromPage('endSession', {})
  return { desk, tab, told, prompts }
}

describe('what is sent to the meeting page', () => {
  // T-17
  it('holds no name, alias, guardian or class of the register but those that the page shows', async () => {
    const { told, prompts } = await played()
    const secrets = secretsOf(REGISTER, SHOWN)
    // The lesson had something to say, and the register had something to hide.
    expect(told.length).toBeGreaterThan(10)
    expect(prompts.length).toBeGreaterThan(3)
    expect(secrets).toEqual(
      expect.arrayContaining([
        'Featherstonehaugh',
        'Rajesh',
        'Milliebobs',
        'Zosieńka',
        'Helena',
        'Willow Otters 4K',
      ]),
    )
    expect(JSON.stringify(told)).toContain('Zofia & Tomasz')
    expect(leaked(told, secrets)).toEqual([])
  })

  it('would be found out: one planted name, however deep and in whatever case, is told', async () => {
    const { told } = await played()
    const secrets = secretsOf(REGISTER, SHOWN)
    const planted = [
      ...told,
      { view: new Map([['x', { deep: ['for quentin FEATHERSTONEHAUGH'] }]]) },
    ]
    expect(leaked(planted, secrets)).toEqual(['Quentin', 'Featherstonehaugh'])
  })
})
