import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flagChat } from '../../lib/protocol/chat.ts'
import { isPhone } from '../../lib/protocol/chat/phones.ts'
import type { ChatFlagKind } from '../../lib/session/events.ts'
import { anyText } from '../vectors/lessons/text.ts'

const FOUND: readonly (readonly [ChatFlagKind, readonly string[]])[] = [
  [
    'phone',
    [
      'ring me on 07700 900123',
      '+44 7700 900123',
      '+44 (0)7700 900123',
      '(024) 7601 1234',
      '0044 7700 900 123',
      'my number is 07700-900-123 ok',
      '0121 496 0123',
      '020 7946 0958',
      '447700900123',
      'call 0 7 7 0 0 9 0 0 1 2 3',
      '57 is my house, ０７７００ ９００１２３',
      '0\u200b7700 900123',
      '+33 1 23 45 67 89',
    ],
  ],
  [
    'email',
    [
      'amelia.p@example.com',
      'mine is AMELIA@school.sch.uk ok?',
      'amelia at gmail dot com',
      'amelia (at) gmail.com',
      'amelia@gmail (dot) com',
    ],
  ],
  [
    'social',
    [
      'my snap is ameliap12',
      'insta: amy_x',
      '@amelia_p',
      'add me on discord',
      'amy#1234',
      'my discord is amy',
      'my snapchat name is amy',
      'username is cool_kid7',
    ],
  ],
  [
    'link',
    [
      'www.bbc.co.uk',
      'bbc.co.uk/bitesize',
      'https://x.y/z',
      'youtu.be/dQw4w9WgXcQ',
      'kahoot.it/123456',
    ],
  ],
  [
    'address',
    [
      'I live at 12 Acacia Avenue',
      'i live at 12 acacia avenue',
      'CV3 2QD',
      'cv3 2qd',
      '10 Downing Street',
      'SW1A2AA',
      'EC1A 1BB',
      'come to 4b rose lane',
    ],
  ],
]
const FINE: readonly string[] = [
  '2+2=4',
  'page 34',
  '10:30',
  '3/4',
  '20/11/2026',
  '2026-11-20',
  '1 2 3 4 5 6 7 8 9 10',
  '0 1 2 3 4 5 6 7 8 9',
  '123456789',
  '1000000000',
  '1,000,000,000',
  '3.14159265358979',
  '0.333333333',
  '7 x 8 = 56',
  '12 x 12 = 144, 0 + 1 = 1',
  '1.5 + 2.5 - 3.5 = 0.5',
  'score 21-17',
  '07:45 to 08:45',
  'call 999',
  '100 200 300 400',
  '12, 24, 36, 48, 60, 72, 84, 96',
  '(3,4) (5,6)',
  'ISBN 9780141036144',
  'b2 - 4ac',
  'A4 paper',
  'room B12 3rd',
  'Year 4 Maths',
  'I got 12 out of 15.',
  'answer is #1',
  'look at this. Great',
  'see you at school. Bye',
  'we are at home.ok then',
  'well.me too',
  'ok.be right back',
  'No.it isnt',
  'e.g.me',
  'I like roblox',
  'my xbox is broken',
  'my tiktok is so funny',
  '@Mrs Khan can I go?',
  '@Dev hi',
  'my name is Amelia',
  '4 people walk the way',
  '2 big dogs walk',
  '3 ducks in a row',
  'we walk 3 miles a way',
  '',
  '   ',
  '😀😀😀',
]

interface Vectors {
  readonly found: readonly {
    readonly line: string
    readonly kinds: readonly ChatFlagKind[]
    readonly hidden: readonly string[]
  }[]
  readonly fine: readonly { readonly line: string }[]
}
const vectors = JSON.parse(
  readFileSync(new URL('../vectors/chat.json', import.meta.url), 'utf8'),
) as Vectors

describe('personal information in the chat (EG-14)', () => {
  it.each(vectors.found)('flags and hides: $line', ({ line, kinds, hidden }) => {
    const flag = flagChat(line)
    expect(flag?.kinds).toEqual(kinds)
    const masked = flag?.masked ?? line
    expect(hidden.filter((one) => masked.includes(one))).toEqual([])
  })
  it.each(vectors.fine)('leaves alone: $line', ({ line }) => {
    expect(flagChat(line)).toBeUndefined()
  })
  it('has as many innocent lines as others', () => {
    expect(vectors.fine).toHaveLength(vectors.found.length)
  })
  for (const [kind, lines] of FOUND) {
    it.each(lines)(`finds ${kind} in %j`, (line) => {
      expect(flagChat(line)?.kinds).toContain(kind)
    })
  }
  it.each(FINE)('finds nothing in %j', (line) => {
    expect(flagChat(line)).toBeUndefined()
  })
  it.each([
    'https://wa.me/447700900123',
    'https://chat.whatsapp.com/GxY12ab',
    'https://api.whatsapp.com/send?phone=447700900123',
    'https://t.me/mskhan',
    'discord.gg/a1',
    'https://discord.com/invite/a1b2',
    'https://www.snapchat.com/add/mskhan',
    'm.me/mskhan',
    'https://signal.me/#p/+447700900123',
  ])('finds a private account in %s, also of those who may post links', (line) => {
    expect(flagChat(`Write to me: ${line}`, { links: false })?.kinds).toEqual(['social'])
    expect(flagChat(line)?.kinds).toEqual(['social'])
  })
  it.each([
    'https://www.bbc.co.uk/bitesize/topics/zf72pv4',
    'https://www.youtube.com/watch?v=dQw4w9WgXcQ',
    'youtu.be/dQw4w9WgXcQ',
    'https://drive.google.com/file/d/1a2b3c/view',
    'https://docs.google.com/forms/d/e/1FAIpQL/viewform',
    'https://teams.microsoft.com/l/meetup-join/19%3ameeting',
    'https://meet.google.com/abc-defg-hij',
    'https://www.nspcc.org.uk/keeping-children-safe/online-safety/whatsapp/',
    'https://discord.com/safety',
    'https://www.snapchat.com/lens/abc',
    'https://www.whatsapp.com/security',
    'https://en.wikipedia.org/wiki/Telegram',
    'format.me/abc',
  ])('leaves %s to those who may post links', (line) => {
    expect(flagChat(`Look at ${line} please`, { links: false })).toBeUndefined()
  })
  it('masks everything it found, and clips', () => {
    expect(flagChat('ring me on 07700 900123')?.masked).toBe('ring me on 07••• ••••••')
    const both = flagChat(`amelia.p@example.com or 07700 900123 ${'x '.repeat(500)}`)
    expect(both?.kinds).toEqual(['email', 'phone'])
    expect(both?.masked).not.toMatch(/example|900|123/)
    expect((both?.masked ?? '').length).toBeLessThanOrEqual(82)
    expect(flagChat('I live at 12 Acacia Avenue CV3 2QD')?.masked).toBe(
      'I live at •• •••••• •••••• ••• •••',
    )
  })
  it('never keeps a phone number, whatever stands around it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 60 }),
        fc.string({ maxLength: 60 }),
        fc.integer({ min: 0, max: 999_999_999 }),
        (before, after, number) => {
          const digits = `07${String(number).padStart(9, '0')}`
          const masked = flagChat(`${before} ${digits} ${after}`)?.masked ?? ''
          expect(masked.replace(/\s/g, '')).not.toContain(digits)
        },
      ),
    )
  })
  it('takes any line in a moment and never throws', () => {
    fc.assert(fc.property(anyText(2_000), (line) => void flagChat(line)))
    const started = performance.now()
    for (const nasty of [
      'a.',
      '1 ',
      'a@',
      'at dot ',
      '1 aaaa ',
      'my snap is ',
      'a-',
      '(at)',
      '+1',
      'a.b',
      'a dot ',
      'o ',
      '0,',
      'my snap ',
      'add me on snap ',
      'aaaa on snap ',
      'flat 3, ',
      'a gmail ',
    ])
      flagChat(nasty.repeat(3_000))
    expect(performance.now() - started).toBeLessThan(1_000)
  })
  it('knows UK numbers by their digits', () => {
    expect(
      [
        '07700900123',
        '+447700900123',
        '00447700900123',
        '01214960123',
        '0800111111',
        '020 7946 0958',
      ].filter((one) => !isPhone(one)),
    ).toEqual([])
    expect(
      ['0770090012', '12345678901', '09001234567', '999', '0123456789', '+44 123'].filter(isPhone),
    ).toEqual([])
  })
})
