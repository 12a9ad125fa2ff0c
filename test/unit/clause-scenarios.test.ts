import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { CLAUSE_IDS } from '../../lib/protocol/clauses/index.ts'
import { SEVERITY } from '../../lib/protocol/clauses/severity.ts'
import { packById } from '../../lib/protocol/packs/index.ts'
import { FAMILY_CLAUSES, familiesText } from '../../lib/protocol/wording/families.ts'
import { fieldAt } from '../support/field.ts'
import { SCENARIOS } from '../vectors/lessons/clauses.ts'

const FINDINGS = fileURLToPath(new URL('../../lib/protocol/findings/', import.meta.url))
const FINDING_FILES = readdirSync(FINDINGS)

describe('every clause happens in a lesson', () => {
  it('each exactly once', () => {
    expect(SCENARIOS.map((one) => one.clause)).toEqual(CLAUSE_IDS)
  })

  it.each(SCENARIOS)('$clause: $name', (scenario) => {
    const tale = scenario.tale()
    const { checklist } = tale.evaluate()
    const item = checklist.find((one) => one.clause.id === scenario.clause)
    // A clause that the school of this lesson does not have is judged by the school that has it.
    const state = item?.state ?? judged(scenario.tale(), scenario.clause)
    expect(state.is).toBe(scenario.is)
    if (scenario.says !== undefined)
      expect('what' in state ? state.what : 'note' in state ? state.note : '').toMatch(
        scenario.says,
      )
    if (scenario.asks !== undefined)
      expect(tale.state().prompts.map((one) => one.kind)).toContain(scenario.asks)
    expect(String(fieldAt(tale.record(), scenario.field))).toMatch(scenario.holds)
  })

  it('and what is only for information stands in the text for families', () => {
    const shown = SCENARIOS.filter((one) => one.is === 'info').map((one) => one.clause)
    for (const id of shown) expect(FAMILY_CLAUSES).toContain(id)
  })
})

function judged(tale: ReturnType<(typeof SCENARIOS)[number]['tale']>, clause: string) {
  const item = tale
    .pack('combined')
    .evaluate()
    .checklist.find((one) => one.clause.id === clause)
  if (item === undefined) throw new Error(`${clause} is in no pack`)
  return item.state
}

describe('a finding', () => {
  const RANK = ['notice', 'act', 'alarm']
  const found = SCENARIOS.flatMap(({ tale }) =>
    ['combined', 'crossways', 'ernesford-grange'].flatMap(
      (pack) => tale().pack(pack).evaluate().findings,
    ),
  )
  it('is never more severe than its clauses say', () => {
    expect(found.length).toBeGreaterThan(20)
    for (const { kind, severity, clauses } of found)
      for (const id of clauses)
        expect(RANK.indexOf(SEVERITY[id] ?? ''), `${kind}: ${id}`).toBeGreaterThanOrEqual(
          RANK.indexOf(severity),
        )
  })
  it('is known for every clause that says how severe it is', () => {
    const code = FINDING_FILES.map((name) => readFileSync(join(FINDINGS, name), 'utf8')).join('\n')
    for (const id of Object.keys(SEVERITY)) expect(code, id).toContain(`'${id}'`)
    const cited = new Set(code.match(/'(?:CW|EG)-\d+'/gu)?.map((id) => id.slice(1, -1)))
    for (const id of cited) expect(Object.keys(SEVERITY), id).toContain(id)
  })
})

describe('the text for families', () => {
  const school = {
    schoolName: 'Hillside Primary School',
    headteacher: { name: 'Ruth Bell', role: 'Headteacher', phone: '01632 960 100' },
    dsl: [{ name: 'Helen Marsh', role: 'DSL', phone: '01632 960 101' }],
  }
  it('has a sentence for every clause that families can do something about, and no other school’s', () => {
    expect(familiesText(packById('combined'), school)).toContain(
      'tell Ruth Bell (Headteacher) 01632 960 100 at once.',
    )
    const crossways = familiesText(packById('crossways'), school)
    expect(crossways).not.toMatch(/nobody else can join|camera is on/)
    expect(crossways).toMatch(/Hillside Primary School/)
    expect(crossways).toMatch(/2 to 5 minutes before/)
  })
  it('follows the rules: parents, recording, names', () => {
    const eg = packById('ernesford-grange')
    expect(familiesText({ ...eg, parentPresence: 'none' }, school)).not.toMatch(/grown-up says/)
    expect(familiesText({ ...eg, recording: 'never' }, school)).toMatch(/We do not record lessons/)
    expect(familiesText(eg, school)).toMatch(/parent’s account/)
  })
  it('says where to turn also when no contact is set', () => {
    const nobody = { schoolName: '', headteacher: { name: '', role: '', phone: '' }, dsl: [] }
    const text = familiesText(packById('combined'), nobody)
    expect(text).toMatch(/through the school office/)
    expect(text).toMatch(/tell the headteacher at once/)
    expect(text).not.toMatch(/undefined|\{|\(\)/)
  })
})
