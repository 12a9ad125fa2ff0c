import { Search } from 'lucide-react'
import { useCallback, useId, useMemo, useState } from 'react'
import type { Platform } from '../../lib/meeting/index.ts'
import type { PanelView } from '../../lib/views/types.ts'
import type { Ask } from '../ui/ask.ts'
import { KeepFocus } from '../ui/KeepFocus.tsx'
import { counted } from '../ui/time.ts'
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
          ? 'Nobody to show yet. Names appear here as people knock and join.'
          : 'Choose the class, and its register appears here with who is in and who is not.'}
      </p>
    )
  }
  return (
    <KeepFocus aria-label="Register" className="people">
      <div className="people-tools">
        <label className="search" htmlFor={id}>
          <Search aria-hidden size={15} />
          <span className="visually-hidden">Find a person</span>
          <input
            autoComplete="off"
            className="input"
            id={id}
            onChange={(event) => setTyped(event.target.value)}
            placeholder="Find a name"
            type="search"
            value={typed}
          />
        </label>
        <div aria-label="Show" className="filters" role="group">
          {PEOPLE_FILTERS.map((which) => (
            <button
              aria-pressed={filter === which}
              className="filter"
              key={which}
              onClick={() => setFilter(which)}
              type="button"
            >
              {FILTER_WORD[which]} <span className="number">{counts[which]}</span>
            </button>
          ))}
        </div>
      </div>
      <p className="visually-hidden" role="status">
        {typed === '' ? '' : `${counted(found.length, 'person', 'people')} found`}
      </p>
      {entries.length === 0 ? (
        <p className="empty soft">Nobody fits. Show all, or type less of the name.</p>
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
