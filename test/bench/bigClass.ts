import type { Pupil, Register, ShownPerson } from '../../lib/register/index.ts'

/** An assembly: 2,000 pupils with two parents each, and 250 names as a meeting shows them. Made up, the same every time. */

const FIRST =
  'Amelia Dev Freya Mohammed Grace Oskar Zofia Idris Bronwen Kwame Leila Finn Mei Tomos Ayesha Jakub Nia Rafael Isla Yusuf Poppy Aarav Erin Luca Hana Theo Maryam Jonah Elsie Samir Siân Zoë Łukasz Seán'.split(
    ' ',
  )
const SYLLABLES =
  'ab ber cor dal en fir gan hol im jar kel lo mar nor ol pen quin ros sal ter'.split(' ')

function surname(n: number): string {
  const pick = (i: number) => SYLLABLES[i % SYLLABLES.length] ?? ''
  const word = `${pick(n)}${pick(Math.floor(n / 20))}${pick(Math.floor(n / 400) + n)}${n % 3 === 0 ? 'son' : ''}`
  return word.charAt(0).toUpperCase() + word.slice(1)
}

export function bigRegister(size: number): Register {
  const pupils = Array.from({ length: size }, (_, i): Pupil => {
    const lastName = i % 9 === 0 ? `${surname(i)}-${surname(i + 7)}` : surname(i)
    return {
      id: `p${i}`,
      firstName: FIRST[i % FIRST.length] ?? '',
      lastName,
      preferredName: '',
      guardians: [
        {
          firstName: 'Anna',
          lastName,
          title: 'Mrs',
          relation: 'mother',
          phone: `07700${900000 + i}`,
        },
        { firstName: 'Bob', lastName, title: 'Mr', relation: 'father', phone: '' },
      ],
      consentVideo: 'yes',
      consentRecording: 'yes',
      aliases: [],
    }
  })
  return { id: 'big', name: 'Whole school', pupils, staff: [], updatedAt: 0 }
}

export function shownNames(register: Register, count: number): readonly ShownPerson[] {
  return Array.from({ length: count }, (_, i) => {
    const one = register.pupils[(i * 37) % register.pupils.length]
    const [first, last] = [one?.firstName ?? '', one?.lastName ?? '']
    const shown =
      [
        `${first} ${last}`,
        `${last}, ${first}`,
        `${first} ${last.slice(0, 1)}`,
        `Mrs ${last}`,
        first,
        `${first} ${last}n`,
        `iPad ${i}`,
        `Xander Qu${last}`,
        `${first} ${last} (Guest)`,
        `${first}'s mum`,
      ][i % 10] ?? ''
    return { key: `k${i}`, shown, present: true }
  })
}

/** A newcomer of another kind each time, none seen before. */
export function newcomer(register: Register, n: number): string {
  const one = register.pupils[(n * 53 + 11) % register.pupils.length]
  const [first, last] = [one?.firstName ?? '', one?.lastName ?? '']
  return (
    [`${first} ${last} ${n}`, `${last} ${first}${n}`, `${first}x ${last}${n}`, `Nobody Known${n}`][
      n % 4
    ] ?? ''
  )
}
