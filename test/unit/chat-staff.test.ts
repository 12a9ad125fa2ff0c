import { describe, expect, it } from 'vitest'
import type { ChatLine } from '../../lib/meeting/index.ts'
import { deskAt, meetingTab, nextView } from '../support/desk.ts'
import { observation, participant } from '../support/observe.ts'
import { LessonTale, SECOND } from '../vectors/lessons/builder.ts'

const khan = participant('self', 'Aisha Khan', { isSelf: true, role: 'host' })
const dev = participant('dev', 'Dev Shah')
const PHONE = 'You can ring me on 07700 900123'
const BITESIZE = 'Look at https://www.bbc.co.uk/bitesize/topics/zf72pv4 please'

let count = 0
const line = (sender: string, text: string, own = false, hasFile = false): ChatLine => ({
  id: `c${(count += 1)}`,
  sender,
  text,
  timeShown: '10:00',
  own,
  hasFile,
})

/** What the desk makes of some lines: the prompts in the panel and on the page, EG-14, and the record. */
async function said(lines: readonly ChatLine[], people = [khan, dev]) {
  const { desk, clock } = deskAt()
  const tab = meetingTab(desk)
  await tab.observe(observation(people))
  await desk.fromPage('chooseClass', { registerId: 'year4', packId: 'combined' })
  clock.now += SECOND
  await tab.observe(observation(people, { chat: lines }))
  const view = await nextView(desk)
  const items = view.checklist.flatMap(({ items: some }) => some)
  const record = await desk.fromPage('record', { sessionId: view.session?.sessionId ?? '' })
  return {
    prompts: view.prompts.filter(({ kind }) => kind === 'chatFlag'),
    kinds: view.prompts.map(({ kind }) => kind),
    page: JSON.stringify(tab.overlay()),
    clause: items.find(({ clause }) => clause.id === 'EG-14')?.state,
    flags: record?.chatFlags,
  }
}

describe('the teacher’s own lines', () => {
  it.each(['You', 'Aisha Khan'])('with a link are her work (headed “%s”)', async (head) => {
    const { prompts, clause, flags } = await said([line(head, BITESIZE, true)])
    expect(prompts).toEqual([])
    expect(clause?.is).not.toBe('problem')
    expect(flags).toEqual([])
  })
  it('with her number are told, under her name and in words of their own', async () => {
    const { prompts, page, clause, flags } = await said([line('You', PHONE, true)])
    expect(prompts).toMatchObject([
      { title: 'Ms Aisha Khan wrote a phone number in the chat', say: '' },
    ])
    expect(prompts[0]?.body).toContain('Staff don’t give private contact details')
    expect(prompts[0]?.body).not.toContain('900123')
    // The page learns nothing of the register: there she is called what it shows.
    expect(page).toContain('Aisha Khan wrote a phone number in the chat')
    expect(page).not.toContain('Ms Aisha Khan')
    expect(clause).toMatchObject({ is: 'problem' })
    expect(JSON.stringify(clause)).toContain('Ms Aisha Khan')
    expect(flags).toMatchObject([{ sender: 'Ms Aisha Khan', kinds: ['phone'] }])
  })
  it('with both are told for the number alone', async () => {
    const { flags } = await said([line('You', `${BITESIZE} ${PHONE}`, true)])
    expect(flags).toMatchObject([{ kinds: ['phone'] }])
  })
  it('with a link to a private account are told: pupils are not invited to one', async () => {
    const { prompts, flags } = await said([
      line('You', 'Questions? https://wa.me/447700900123', true),
    ])
    expect(prompts).toMatchObject([{ title: 'Ms Aisha Khan wrote an account name in the chat' }])
    expect(prompts[0]?.body).toContain('Staff don’t give private contact details')
    expect(flags).toMatchObject([{ kinds: ['social'] }])
    expect(JSON.stringify(flags)).not.toContain('900123')
  })
  it('are a child’s where somebody in the call is called “You”', async () => {
    const you = participant('x', 'You')
    expect((await said([line('You', BITESIZE, true)], [khan, dev, you])).prompts).toHaveLength(1)
  })
})

describe('a child’s line', () => {
  it('with a link or a number is flagged as before', async () => {
    const { prompts, flags } = await said([line('Dev Shah', BITESIZE), line('Dev Shah', PHONE)])
    expect(prompts).toHaveLength(1)
    expect(prompts[0]?.say).not.toBe('')
    expect(flags?.map(({ kinds }) => kinds)).toEqual([['link'], ['phone']])
  })
})

describe('a child’s file', () => {
  const DRIVE = 'My drawing https://drive.google.com/file/d/1a/view'
  it('is asked about once, as a file, and nothing of its link is kept', async () => {
    const { kinds, flags } = await said([line('Dev Shah', DRIVE, false, true)])
    expect(kinds).toContain('filePosted')
    expect(kinds).not.toContain('chatFlag')
    expect(flags).toEqual([])
  })
  it('hides neither another link nor a number beside it', async () => {
    const { flags } = await said([
      line('Dev Shah', `${DRIVE} and https://roblox.example/u/dev`, false, true),
      line('Dev Shah', `${DRIVE} 07700 900123`, false, true),
      // A page that shows no file there: then it is a link as any other.
      line('Dev Shah', DRIVE),
    ])
    expect(flags?.map((flag) => flag.kinds)).toEqual([['link'], ['phone'], ['link']])
  })
})

describe('a colleague’s line', () => {
  const calm = () =>
    new LessonTale()
      .prepared()
      .at(-3)
      .arrives('lee', 'Tom Lee')
      .arrives('dev', 'Dev Shah')
      .arrives('amelia', 'Amelia Potter')
  const posts = (tale: LessonTale, sender: string, kinds: readonly ('link' | 'phone')[]) =>
    tale
      .add({ type: 'chatFlag', lineId: `l${tale.now}`, sender, kinds, masked: 'ww••••' })
      .after(SECOND)
  const flagged = (tale: LessonTale) =>
    tale.evaluate().findings.filter(({ kind }) => kind === 'chatFlag')

  it('with a link is work, also after they left and in the record', () => {
    const tale = posts(calm(), 'Tom Lee', ['link']).leaves('lee').after(SECOND)
    expect(flagged(tale)).toEqual([])
    expect(tale.record().chatFlags).toEqual([])
  })
  it('with a number is flagged as staff’s', () => {
    const tale = posts(calm(), 'Tom Lee', ['link', 'phone'])
    expect(flagged(tale)).toMatchObject([{ byStaff: true, severity: 'act' }])
    expect(tale.record().chatFlags).toMatchObject([{ sender: 'Mr Tom Lee', kinds: ['phone'] }])
  })
  it('is not believed of a child who takes the name, here with its owner', () => {
    const tale = posts(calm().renames('dev', 'Dev Shah', 'Tom Lee'), 'Tom Lee', ['link'])
    expect(flagged(tale)).toMatchObject([{ about: [expect.any(String)] }])
    expect(flagged(tale)[0]?.byStaff).toBeUndefined()
  })
  it('nor of one who takes the name of staff who are not here, or gives it back afterwards', () => {
    const alone = () => calm().leaves('lee').renames('dev', 'Dev Shah', 'Tom Lee')
    expect(flagged(posts(alone(), 'Tom Lee', ['link']))).toHaveLength(1)
    const back = posts(alone(), 'Tom Lee', ['link']).renames('dev', 'Tom Lee', 'Dev Shah')
    expect(flagged(back)).toHaveLength(1)
  })
  it('nor of one who shows the teacher’s own name', () => {
    expect(flagged(posts(calm().arrives('x', 'Sara Khan'), 'Sara Khan', ['link']))).toHaveLength(1)
  })
  it('nor of a name that nobody in the call has', () => {
    expect(flagged(posts(calm(), 'Jo Hart', ['link']))).toHaveLength(1)
  })
})
