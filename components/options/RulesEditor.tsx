import { useState } from 'react'
import { RULE_GROUPS } from '../../lib/protocol/ruleWords.ts'
import type { Pack } from '../../lib/protocol/types.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { SaidBeside } from '../ui/Said.tsx'
import { TextField } from '../ui/TextField.tsx'
import { ClausePicker } from './ClausePicker.tsx'
import { errorsAt, idleAt, judge, valueAt, withValue } from './draftRules.ts'
import type { DraftRules } from './draftRules.ts'
import { RuleInput } from './RuleInput.tsx'

/** The rules of a school, each explained; what contradicts itself is said beside the field, and not saved. */
export function RulesEditor({
  start,
  onSave,
  onCancel,
}: {
  start: DraftRules
  /** False where the teacher was asked and went back. */
  onSave: (pack: Pack) => Promise<boolean>
  onCancel: () => void
}) {
  const [draft, setDraft] = useState(start)
  const [said, setSaid] = useState('')
  const { pack, errors } = judge(draft)
  const change = (path: string, value: unknown) => {
    setSaid('')
    setDraft(withValue(draft, path, value))
  }
  const clauses = valueAt(draft, 'clauses')
  const name = valueAt(draft, 'schoolName')
  const nameErrors = errorsAt(errors, 'schoolName')
  const save = async () => {
    if (pack === undefined)
      return setSaid(
        tn(
          'Not saved: {n} thing to put right. {what}.|Not saved: {n} things to put right. {what}.',
          errors.length,
          {
            what: errors
              .slice(0, 3)
              .map((one) => t('{where} {what}', { where: labelOf(one.path), what: one.message }))
              .join('. '),
          },
        ),
      )
    try {
      if (!(await onSave(pack))) setSaid(t('Nothing was saved.'))
    } catch {
      setSaid(t('Saving did not work. Nothing you changed is lost; please try again.'))
    }
  }
  return (
    <form
      autoComplete="off"
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <section className="card">
        <TextField
          label={t('Name of these rules')}
          maxLength={120}
          onChange={(text) => change('schoolName', text)}
          problem={
            nameErrors.length > 0
              ? `${t('Name of these rules')}: ${nameErrors.join('; ')}.`
              : undefined
          }
          value={typeof name === 'string' ? name : ''}
        />
        <ClausePicker
          chosen={Array.isArray(clauses) ? clauses.map(String) : []}
          onChange={(ids) => change('clauses', ids)}
        />
      </section>
      {RULE_GROUPS.map(({ title, rules }) => (
        <Card key={title} title={tOf(title)}>
          <div className="rules">
            {rules.map((rule) => (
              <RuleInput
                errors={[
                  ...errorsAt(errors, rule.path),
                  // Of a pair of times it is said at the second one.
                  ...(rule.path.endsWith('.to')
                    ? errors
                        .filter((one) => one.path === rule.path.split('.')[0])
                        .map((one) => one.message)
                    : []),
                ]}
                idle={idleAt(draft, rule.path)}
                key={rule.path}
                onChange={(value) => change(rule.path, value)}
                rule={rule}
                value={valueAt(draft, rule.path)}
              />
            ))}
          </div>
        </Card>
      ))}
      <div className="save-bar">
        <Button look="primary" type="submit">
          {t('Save and use these rules')}
        </Button>
        <Button onClick={onCancel}>{t('Cancel')}</Button>
        <SaidBeside>{said}</SaidBeside>
      </div>
    </form>
  )
}

function labelOf(path: string): string {
  const rule = RULE_GROUPS.flatMap(({ rules }) => rules).find(
    (one) => path === one.path || path.startsWith(`${one.path}.`),
  )
  return rule === undefined ? path : `“${tOf(rule.label)}”`
}
