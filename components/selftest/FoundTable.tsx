import { t } from '../../lib/words/say.ts'
import { whichFound, type Found } from '../../lib/selftest/found.ts'

/** Per thing that is looked for: which way of looking found it, those that found nothing first. */
export function FoundTable({ found }: { found: Found }) {
  const all = whichFound(found)
  if (all.length === 0) return <p className="soft">{t('Nothing was looked for yet.')}</p>
  const count = (which: string) => all.filter((one) => one.which === which).length
  const rank = { none: 0, later: 1, first: 2 } as const
  const rows = all.toSorted((a, b) => rank[a.which] - rank[b.which])
  return (
    <>
      <p>
        {t(
          '{first} of {all} were found by the first way of looking, {later} by a later one, {none} not at all. Things that did not come up in the call, a dialog for example, can’t have been found.',
          {
            first: count('first'),
            all: all.length,
            later: count('later'),
            none: count('none'),
          },
        )}
      </p>
      <details>
        <summary>{t('Each one')}</summary>
        <div className="table-scroll">
          <table className="found">
            <thead>
              <tr>
                <th scope="col">{t('What is looked for')}</th>
                <th scope="col">{t('Found by')}</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ target, which, alternative, of }) => (
                <tr key={target}>
                  <th scope="row">
                    <code>{target}</code>
                  </th>
                  <td>
                    {which === 'none'
                      ? t('nothing ({count} tried)', { count: of })
                      : which === 'first'
                        ? t('the first')
                        : t('number {n} of {count}', { n: alternative, count: of })}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  )
}
