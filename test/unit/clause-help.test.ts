import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import policy from '../../lib/protocol/clauses/policy.json' with { type: 'json' }
import table from '../../lib/protocol/clauses/table.json' with { type: 'json' }
import { moreAbout } from '../../lib/protocol/clauseMore.ts'
import { TO_A_PUPIL } from '../../lib/protocol/wording/pupils.ts'
import { WHY } from '../../lib/protocol/wording/why.ts'

const IDS = table.map(({ id }) => id)
const policies = process.env['LESSON_STEWARD_POLICIES']

/** Letters and figures alone: the policies are typed with other quotes, bullets and line ends. */
const plain = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim()

describe('what stands beside a clause', () => {
  it('has for every clause of the two policies why it is there, and the policy’s own words', () => {
    expect(Object.keys(policy).toSorted()).toEqual(IDS.toSorted())
    expect(Object.keys(WHY).toSorted()).toEqual(IDS.toSorted())
    for (const id of IDS) {
      const { why, policy: said } = moreAbout(id)
      expect(why, id).toMatch(/^\p{Lu}.*\.$/u)
      expect(said?.quote, id).not.toBe('')
      expect(said?.school, id).toBe(
        id.startsWith('CW-') ? 'The Crossways Schools' : 'Ernesford Grange Primary School',
      )
    }
  })
  it('has something to say to a child only about clauses that there are', () => {
    expect(Object.keys(TO_A_PUPIL).filter((id) => !IDS.includes(id))).toEqual([])
    expect(moreAbout('EG-30').say).toContain('pyjamas')
  })
  it('is nothing for a clause that is none, whatever it is called', () => {
    for (const id of ['CW-99', 'constructor', '__proto__', ''])
      expect(moreAbout(id)).toEqual({ why: '', say: '' })
  })
  it.runIf(policies !== undefined)(
    'quotes the two policies word for word (skipped where LESSON_STEWARD_POLICIES names no folder)',
    () => {
      const folder = policies ?? ''
      const texts = new Map(
        readdirSync(folder).map((name) => [name, plain(readFileSync(join(folder, name), 'utf8'))]),
      )
      const textOf = (document: string) =>
        [...texts].find(([name]) => name.startsWith(document))?.[1] ?? ''
      const wrong = Object.entries(policy).filter(
        ([, { document, quote }]) => !textOf(document).includes(plain(quote)),
      )
      expect(wrong).toEqual([])
    },
  )
})
