import type { IdMaker } from './types.ts'

/**
 * Ids made from kind, name and a running number: the same list gives the same ids on every computer, and an id does not give
 * the name away where only ids are written down.
 */
export function idsFromNames(): IdMaker {
  const counts = new Map<string, number>()
  return (kind, name) => {
    const base = `${kind}\u0000${name}`
    const count = counts.get(base) ?? 0
    counts.set(base, count + 1)
    return `${kind}-${hash(`${base}\u0000${count}`)}`
  }
}

/** 53 bits of a text, as 11 letters and digits: enough that two names of one school don't meet. */
function hash(text: string): string {
  let a = 0xdeadbeef
  let b = 0x41c6ce57
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i)
    a = Math.imul(a ^ code, 2654435761)
    b = Math.imul(b ^ code, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36).padStart(11, '0')
}
