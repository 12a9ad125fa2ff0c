// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react'
import type { ReactNode } from 'react'
import { afterEach, describe, expect, it } from 'vitest'
import { restoredWords } from '../../components/options/backupWords.ts'
import { DataPage } from '../../components/options/DataPage.tsx'
import { SiteLooksCard } from '../../components/options/SiteLooksCard.tsx'
import type { Ask } from '../../components/ui/ask.ts'
import { ZoneProvider } from '../../components/ui/zone.tsx'
import type { Restored } from '../../lib/backup/types.ts'
import type { SiteLooks } from '../../lib/desk/looks.ts'

afterEach(cleanup)

const ask = (() => Promise.resolve(null)) as unknown as Ask
const nothing = () => undefined
const inZone = (page: ReactNode) =>
  render(<ZoneProvider value="Europe/London">{page}</ZoneProvider>)

describe('the page of the data', () => {
  const show = (backupOff: boolean) =>
    inZone(
      <DataPage
        ask={ask}
        backupOff={backupOff}
        concernDays={30}
        concerns={0}
        nextDeletion={undefined}
        now={() => 0}
        onEraseAll={nothing}
        onRestored={() => Promise.resolve()}
        onSaveBackup={nothing}
        retentionDays={365}
        said=""
      />,
    )
  const isOff = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name }).disabled
  it('makes a backup and takes one in', () => {
    show(false)
    expect([isOff('Save a backup'), isOff('Restore')]).toEqual([false, false])
    expect(screen.queryByText(/Set by your school/u)).toBeNull()
  })
  it('only takes one in where the school wants none made, and says so', () => {
    show(true)
    expect([isOff('Save a backup'), isOff('Restore')]).toEqual([true, false])
    screen.getByText('Set by your school: no backup can be made on these computers.')
    expect(screen.queryByLabelText('Passphrase')).toBeNull()
  })
})

describe('the page of the sites', () => {
  const site: SiteLooks = {
    platform: 'meet',
    shippedAsOf: '2026-09-27',
    used: { asOf: '2026-09-27', from: 'shipped' },
    unused: [{ from: 'file', name: 'new.json', why: 'off', problems: [] }],
    isManaged: false,
    filesOff: true,
  }
  const show = (one: SiteLooks) =>
    inZone(<SiteLooksCard ask={ask} onChanged={nothing} onSave={nothing} site={one} />)
  it('takes no pack from a file where the school wants none, and says what is not used', () => {
    show(site)
    screen.getByText(/Set by your school: no selector packs from files\./u)
    screen.getByText(
      'The file “new.json” is not used: your school wants no selector packs from files.',
    )
    expect(screen.queryByLabelText('Selector pack for Google Meet')).toBeNull()
    // Taking the stored one away is no loading.
    screen.getByRole('button', { name: /Back to the shipped pack/u })
  })
  it('takes one elsewhere', () => {
    show({ ...site, filesOff: false, unused: [] })
    screen.getByLabelText('Selector pack for Google Meet')
    expect(screen.queryByText(/Set by your school/u)).toBeNull()
  })
})

describe('a backup that is taken in', () => {
  it('says that its selector pack was left out', () => {
    const counts = { added: 0, alreadyHere: 0, expired: 0, unreadable: 0 }
    const restored: Restored = {
      lessons: { ...counts, extended: 0, differ: 0, lacking: 0, entries: 0 },
      classes: { ...counts, replaced: 0, lost: { pupils: 0, sets: [] } },
      concerns: { ...counts, differ: [] },
      looks: { meet: 'filesOff' },
      settings: 'kept',
    }
    expect(restoredWords(restored)).toContain(
      'The selector pack for Google Meet was left out: your school wants no selector packs from files.',
    )
  })
})
