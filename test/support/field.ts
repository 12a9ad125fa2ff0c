/**
 * The value at a path in a record, e.g. "lock.doneAt", "checks[EG-24].what", "people[Dev Shah].rooms[0].answer", "prompts[room].by".
 * In brackets stands a place, or what one of the fields that name a row says. Undefined where there is no such field.
 */
export function fieldAt(record: unknown, path: string): unknown {
  let at: unknown = record
  for (const [, key, inside] of path.matchAll(/([^.[\]]+)|\[([^\]]+)\]/g)) {
    if (typeof at !== 'object' || at === null) return undefined
    if (inside !== undefined) at = Array.isArray(at) ? rowOf(at, inside) : undefined
    else at = Object.hasOwn(at, key ?? '') ? (at as Record<string, unknown>)[key ?? ''] : undefined
  }
  return at
}

const NAMES = ['clause', 'name', 'kind', 'sender', 'step', 'about'] as const

function rowOf(rows: readonly unknown[], inside: string): unknown {
  if (/^\d+$/.test(inside)) return rows[Number(inside)]
  return rows.find((row) =>
    NAMES.some((name) => (row as Record<string, unknown> | null)?.[name] === inside),
  )
}
