import { Search } from 'lucide-react'
import { useCallback, useId, useMemo, useState } from 'react'
import type { Platform } from '../../lib/meeting/index.ts'
import type { PanelView } from '../../lib/views/types.ts'
import { t, tn, tOf } from '../../lib/words/say.ts'
import type { Ask } from '../ui/ask.ts'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import {
  FILTER_WORD,
  filterCounts,
  findPeople,
  grouped,
  PEOPLE_FILTERS,
  type PeopleFilter,
} from './filterPeople.ts'
import { PersonLine } from './PersonLine.tsx'

/** The class at a glance: who needs a look, who is here, who is not; each line opens to what can be done. */
export function People({
  people,
  can,
  platform,
  registerId,
  ask,
}: {
  people: PanelView['people']
  can: PanelView['can']
  platform: Platform
  registerId: string | undefined
  ask: Ask
}) {
  const [filter, setFilter] = useState<PeopleFilter>('all')
  const [typed, setTyped] = useState('')
  const [open, setOpen] = useState<string>()
  const id = useId()
  const counts = useMemo(() => filterCounts(people), [people])
  const found = useMemo(() => findPeople(people, filter, typed), [people, filter, typed])
  const entries = useMemo(() => grouped(found), [found])
  const toggle = useCallback((key: string) => setOpen((was) => (was === key ? undefined : key)), [])
  if (people.length === 0) {
    return (
      <p className="empty soft">
        {registerId !== undefined
          ? t('Nobody to show yet. Names appear here as people knock and join.')
          : t('Choose the class, and its register appears here with who is in and who is not.')}
      </p>
    )
  }
  return (
    <KeepFocus aria-label={t('Register')} className="people">
      <div className="people-tools">
        <label className="search" htmlFor={id}>
          <Search aria-hidden size={15} />
          <span className="visually-hidden">{t('Find a person')}</span>
          <input
            autoComplete="off"
            className="input"
            id={id}
            onChange={(event) => setTyped(event.target.value)}
            placeholder={t('Find a name')}
            type="search"
            value={typed}
          />
        </label>
        <div aria-label={t('Show')} className="filters" role="group">
          {PEOPLE_FILTERS.map((which) => (
            <button
              aria-pressed={filter === which}
              className="filter"
              key={which}
              onClick={() => setFilter(which)}
              type="button"
            >
              <span>{tOf(FILTER_WORD[which])}</span> <span className="number">{counts[which]}</span>
            </button>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {typed === '' ? '' : tn('{n} person found|{n} people found', found.length)}
      </p>
      {entries.length === 0 ? (
        <p className="empty soft">{t('Nobody fits. Show all, or type less of the name.')}</p>
      ) : (
        <ul className={entries.length > 80 ? 'people-list people-long' : 'people-list'}>
          {entries.map((entry) =>
            entry.kind === 'head' ? (
              <li className="people-head" key={`head ${entry.group}`}>
                {entry.word} <span className="number">{entry.count}</span>
              </li>
            ) : (
              <PersonLine
                ask={ask}
                can={can}
                key={entry.row.key}
                onToggle={toggle}
                platform={platform}
                open={open === entry.row.key}
                registerId={registerId}
                row={entry.row}
              />
            ),
          )}
        </ul>
      )}
    </KeepFocus>
  )
}
