import { CLAUSES } from '../../lib/protocol/clauses/index.ts'
import { CLAUSE_PHASES } from '../../lib/protocol/evaluate.ts'
import { t, tOf } from '../../lib/words/say.ts'
import { PHASE_TITLE } from '../panel/words.ts'
import { Tick } from '../ui/Tick.tsx'

/** Which clauses are on the checklist of this school. */
export function ClausePicker({
  chosen,
  onChange,
}: {
  chosen: readonly string[]
  onChange: (ids: readonly string[]) => void
}) {
  return (
    <details>
      <summary>
        {t('Steps on the checklist: {n} of {all}', { n: chosen.length, all: CLAUSES.length })}
      </summary>
      <div className="stack rule-steps">
        {CLAUSE_PHASES.map((phase) => (
          <fieldset className="guardian" key={phase}>
            <legend className="label">{tOf(PHASE_TITLE[phase])}</legend>
            <div className="stack-tight">
              {CLAUSES.filter(({ clause }) => clause.phase === phase).map(({ clause }) => (
                <Tick
                  checked={chosen.includes(clause.id)}
                  key={clause.id}
                  onChange={(on) => {
                    // In the order of the table, however they are ticked.
                    onChange(
                      CLAUSES.map((one) => one.clause.id).filter((id) =>
                        id === clause.id ? on : chosen.includes(id),
                      ),
                    )
                  }}
                >
                  {tOf(clause.text)} <span className="small soft">{clause.id}</span>
                </Tick>
              ))}
            </div>
          </fieldset>
        ))}
      </div>
    </details>
  )
}
