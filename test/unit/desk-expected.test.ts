import { describe, expect, it } from 'vitest'
import { missingWords } from '../../components/panel/LockCard.tsx'
import type { Health } from '../../lib/meeting/index.ts'
import { deskAt, meetingTab, nextView, pupil, T0, YEAR4 } from '../support/desk.ts'
import { ALL_COMPLETE, observation, participant } from '../support/observe.ts'

const MINUTE = 60_000
const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const PARTIAL: Health = { ...ALL_COMPLETE, people: { level: 'partial', why: 'panelClosed' } }

/** Year 4 with Amelia's brother; half a minute is left until the lock. */
async function beforeTheLock(people: ReturnType<typeof participant>[], health = ALL_COMPLETE) {
  const stage = deskAt(T0)
  const tab = meetingTab(stage.desk)
  const register = { ...YEAR4, pupils: [...YEAR4.pupils, pupil('tom', 'Tom', 'Potter')] }
  await stage.desk.fromPage('saveRegister', { register })
  await tab.observe(observation([khan, ...people], { health }))
  await stage.desk.fromPage('chooseClass', {
    registerId: 'year4',
    packId: 'combined',
    plannedStartAt: T0,
  })
  const view = async () => {
    stage.clock.now = T0 + 4.5 * MINUTE
    await tab.observe(observation([khan, ...people], { health }))
    const { lock, prompts } = await nextView(stage.desk)
    return { lock, prompt: prompts.find((one) => one.kind === 'lockSoon') }
  }
  return { ...stage, tab, view }
}

describe('whom the lock is said to leave outside', () => {
  const others = [participant('d', 'Dev Shah'), participant('z', 'Zoë Brown')]

  it('is nobody who sits behind one device with another child', async () => {
    const { desk, view } = await beforeTheLock([participant('fam', 'Amelia & Tom'), ...others])
    const shown = 'Amelia & Tom'
    await desk.fromPage('fixMatch', { shown, registerPersonId: 'amelia', also: ['tom'], id: 'fam' })
    const { lock, prompt } = await view()
    expect(lock.expectedMissing).toEqual([])
    expect(prompt?.title).toBe('The call locks soon')
  })
  it('is not here by a whole list', async () => {
    const { view, tab } = await beforeTheLock([participant('a', 'Amelia Potter'), ...others])
    const { lock, prompt } = await view()
    expect(lock).toMatchObject({ expectedMissing: ['Tom Potter'], absenceCertain: true })
    expect(prompt?.title).toBe('The call locks soon: 1 expected pupil is not here')
    expect(JSON.stringify(tab.overlay())).toContain('1 expected pupil is not here')
  })
  // T-24
  it('is only not seen by a partial one, in the panel and on the meeting', async () => {
    const { view, tab } = await beforeTheLock([participant('a', 'Amelia Potter')], PARTIAL)
    const { lock, prompt } = await view()
    expect(lock).toMatchObject({
      expectedMissing: ['Dev Shah', 'Zoë Brown', 'Tom Potter'],
      absenceCertain: false,
    })
    expect(prompt?.title).toBe('The call locks soon: 3 expected pupils are not seen')
    expect(prompt?.body).toBe(
      'Dev Shah, Zoë Brown and Tom Potter. I can’t fully see who is in the call. The call is locked at 10:05.',
    )
    const page = JSON.stringify(tab.overlay())
    expect(page).toContain('3 expected pupils are not seen')
    expect(page).not.toContain('not here')
  })
  it('is called so on the card of the lock', () => {
    expect(missingWords(1, true)).toBe('1 expected pupil not here')
    expect(missingWords(1, false)).toBe('1 expected pupil not seen')
    expect(missingWords(3, false)).toBe('3 expected pupils not seen')
  })
})
