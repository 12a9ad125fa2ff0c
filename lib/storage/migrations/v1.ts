/** The first shape. Before it nothing was stored, or something without a version: what is usable of it is kept. */
export const to = 1

export function up(stored: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return {
    schoolName: '',
    packId: 'combined',
    dsl: [],
    roomCheck: true,
    retentionDays: 365,
    ...stored,
    version: 1,
  }
}

export const example = {
  version: 1,
  schoolName: 'Hillside Primary School',
  packId: 'combined',
  dsl: [{ name: 'Mrs Jane Hughes', role: 'Designated Safeguarding Lead', phone: '024 7600 0000' }],
  roomCheck: true,
  retentionDays: 365,
}
