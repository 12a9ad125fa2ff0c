import { CLAUSES } from '../../lib/protocol/clauses/index.ts'
import { SEVERITY } from '../../lib/protocol/clauses/severity.ts'
import { moreAbout } from '../../lib/protocol/clauseMore.ts'
import { FAMILY_CLAUSES } from '../../lib/protocol/wording/families.ts'
import { SCENARIOS } from '../../test/vectors/lessons/clauses.ts'
import { playedWords, type Played } from './played.ts'

/** One line of `test/coverage/coverage.json`: where a clause is in the code, and where it is played in a whole meeting, if so far. */
export interface CoverageRow {
  readonly id: string
  readonly code: readonly string[]
  readonly played?: Played
}

const HEAD = `# Every clause of the two policies: code, scenario, record

Made by \`npm run coverage\` from \`lib/protocol/clauses/table.json\`, \`test/coverage/coverage.json\` and the scenarios in
\`test/vectors/lessons/clauses.ts\`; \`test/unit/coverage.test.ts\` fails when this page is old, when a file, a test or a field of the
record that it names does not exist, when a test plays elsewhere than it says, or when a clause has less than all three. CW is the protocol of the Crossways Schools, EG the
policy of Ernesford Grange.

- **how**: *auto* read from the meeting, *assist* helped with one click, *ask* a person's tick, *info* only shown.
- **scenario**: played in \`test/unit/clause-scenarios.test.ts\` through the real fold, judgement and record; in italics where it is
  also played in a simulated meeting with the built extension, with the sites on which; † by \`npm run test:full\` only, otherwise by
  \`npm test\`. Without italics the engine's scenario is all there is.
- **record**: the field that holds it, as in the exported JSON; in brackets stands which row.

| clause | how | in short | code | scenario | record |
|---|---|---|---|---|---|
`

/** The page as text. Throws where a clause has no row, no code or no scenario. */
export function coveragePage(rows: readonly CoverageRow[]): string {
  const lines = CLAUSES.map(({ clause }) => {
    const row = rows.find((one) => one.id === clause.id)
    const scenario = SCENARIOS.find((one) => one.clause === clause.id)
    if (row === undefined || row.code.length === 0 || scenario === undefined)
      throw new Error(`${clause.id} has not all of code, scenario and field of the record.`)
    const played = row.played === undefined ? '' : `<br>${playedWords(row.played)}`
    const cells = [
      clause.id,
      clause.how.join(' + '),
      clause.text,
      row.code.map((file) => `\`${file}\``).join('<br>'),
      `${scenario.name}${played}`,
      `\`${scenario.field}\``,
    ]
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
  })
  return `${HEAD}${lines.join('\n')}\n${WORDS_HEAD}${CLAUSES.map(wordsLine).join('\n')}\n`
}

const WORDS_HEAD = `
## Where each comes from, how much it matters, and what is said

*If not kept*: how severe the prompt can be (\`lib/protocol/clauses/severity.ts\`); – where a person ticks it or it is only shown. *To families*: whether the ready text
for families has a sentence for it (\`lib/protocol/wording/families.ts\`). The policies’ own words, and why, stand beside each clause in the panel
(\`policy.json\`, \`wording/why.ts\`).

| clause | policy, section | if not kept | to a child | to families |
|---|---|---|---|---|
`

function wordsLine({ clause: { id } }: (typeof CLAUSES)[number]): string {
  const { policy, say } = moreAbout(id)
  const cells = [
    id,
    policy === undefined ? '' : `${policy.school}, ${policy.section}`,
    SEVERITY[id] ?? '–',
    say === '' ? '–' : `“${say}”`,
    FAMILY_CLAUSES.includes(id) ? 'yes' : '–',
  ]
  return `| ${cells.join(' | ')} |`
}
