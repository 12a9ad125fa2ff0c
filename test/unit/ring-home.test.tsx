import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { NowPrompt } from '../../components/panel/NowPrompt.tsx'
import type { Guardian, Register } from '../../lib/register/index.ts'
import { YEAR4, deskAt, meetingTab, nextView, pupil } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const at = (title: string, lastName: string, phone: string): Guardian => ({
  firstName: 'Priya',
  lastName,
  title,
  relation: 'mother',
  phone,
})
const REGISTER: Register = {
  ...YEAR4,
  pupils: [
    pupil('amelia', 'Amelia', 'Potter', { guardians: [at('Mr', 'Potter', '')] }),
    pupil('dev', 'Dev', 'Shah', {
      guardians: [at('Mrs', 'Shah', '01632 960 105'), at('', 'Rao', '01632 960 106')],
    }),
    pupil('zoe', 'Zoë', 'Brown', {
      consentVideo: 'no',
      guardians: [at('Ms', 'Brown', '01632 960 107')],
    }),
  ],
}
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const child = (id: string, name: string) => participant(id, name)
const [amelia, dev, zoe] = [
  child('amelia', 'Amelia Potter'),
  child('dev', 'Dev Shah'),
  child('zoe', 'Zoë Brown'),
]

async function lesson() {
  const { desk, clock } = deskAt()
  const tab = meetingTab(desk)
  await desk.fromPage('saveRegister', { register: REGISTER })
  await tab.observe(observation([khan, amelia, dev, zoe]))
  await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  const ring = async (kind: string) =>
    (await nextView(desk)).prompts.find((one) => one.kind === kind)?.ring
  const gone = async (people: Parameters<typeof observation>[0]) => {
    for (let i = 0; i < 48; i += 1) {
      clock.now += 10 * SECOND
      await tab.observe(observation(people))
    }
  }
  const beside = async () =>
    (await nextView(desk)).checklist
      .flatMap(({ items }) => items)
      .find(({ clause }) => clause.id === 'EG-12')?.ring
  return { desk, clock, tab, ring, gone, beside }
}
const DEV = 'Dev Shah: Mrs Shah, 01632 960 105; Priya Rao, 01632 960 106'
const ZOE = 'Zoë Brown: Ms Brown, 01632 960 107'

describe('a prompt that says to ring', () => {
  it('has the number beside it where consent is missing, and never on the meeting', async () => {
    const { tab, ring, beside } = await lesson()
    expect(await ring('noConsent')).toEqual([ZOE])
    expect(await beside()).toEqual([ZOE])
    expect(JSON.stringify(tab.told)).not.toContain('01632')
  })
  it('has it for whoever dropped out, also beside the step on how to ring (EG-12)', async () => {
    const { desk, clock, tab, ring, gone, beside } = await lesson()
    await desk.fromPage('moveLock', { dueAt: clock.now + MINUTE })
    await gone([khan, amelia, zoe])
    expect(await ring('droppedPupil')).toEqual([DEV])
    expect(await beside()).toEqual([DEV, ZOE])
    expect(JSON.stringify(tab.told)).not.toContain('01632')
  })
  it('has it for whoever has been gone for long', async () => {
    const { desk, clock, ring, gone } = await lesson()
    await desk.fromPage('moveLock', { dueAt: clock.now + 60 * MINUTE })
    await gone([khan, amelia, zoe])
    expect(await ring('goneLong')).toEqual([DEV])
  })
  it('has nothing where the register has no number', async () => {
    const { desk, clock, ring, gone, beside } = await lesson()
    await desk.fromPage('moveLock', { dueAt: clock.now + MINUTE })
    await gone([khan, dev, zoe])
    const { prompts } = await nextView(desk)
    expect(prompts.map(({ kind }) => kind)).toContain('droppedPupil')
    expect(await ring('droppedPupil')).toBeUndefined()
    expect(await beside()).toEqual([ZOE])
  })
  it('is no other', async () => {
    const { desk, gone } = await lesson()
    await gone([khan, amelia, dev, zoe])
    const others = (await nextView(desk)).prompts.filter(({ ring }) => ring !== undefined)
    expect(others.map(({ kind }) => kind)).toEqual(['noConsent'])
  })
  it('shows it in the panel', async () => {
    const { desk } = await lesson()
    const prompts = (await nextView(desk)).prompts.filter(({ kind }) => kind === 'noConsent')
    const html = renderToStaticMarkup(
      <NowPrompt ask={() => Promise.reject(new Error('not asked'))} prompts={prompts} />,
    )
    expect(html).toContain(ZOE)
  })
  it('leaves the record without any number', async () => {
    const { desk, gone } = await lesson()
    await gone([khan, amelia, dev, zoe])
    const { session } = await nextView(desk)
    const record = await desk.fromPage('record', { sessionId: session?.sessionId ?? '' })
    expect(record?.prompts.map(({ kind }) => kind)).toContain('noConsent')
    expect(JSON.stringify(record)).not.toContain('01632')
  })
})
