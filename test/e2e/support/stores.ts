import type { Page } from 'puppeteer'

/** Everything that the extension keeps in any of the browser's stores, as one value that can be searched. */
export async function everythingStored(page: Page): Promise<unknown> {
  return page.evaluate(async () => {
    const asked = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((done, failed) => {
        request.onsuccess = () => done(request.result)
        request.onerror = () => failed(new Error(String(request.error)))
      })
    /** What is no plain value is named by its kind, so that a picture can't hide as {}. */
    const plain = (value: unknown): unknown => {
      if (value === null || typeof value !== 'object') return value
      if (Array.isArray(value)) return value.map(plain)
      const kind = Object.prototype.toString.call(value).slice(8, -1)
      if (kind !== 'Object') return { kind }
      return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]))
    }
    const databases: Record<string, unknown> = {}
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name ?? ''))
      for (const store of db.objectStoreNames)
        databases[`${name ?? ''}/${store}`] = plain(
          await asked(db.transaction(store).objectStore(store).getAll()),
        )
      db.close()
    }
    const files: string[] = []
    for await (const name of (await navigator.storage.getDirectory()).keys()) files.push(name)
    return {
      databases,
      local: await chrome.storage.local.get(),
      session: await chrome.storage.session.get(),
      sync: await chrome.storage.sync.get(),
      caches: await caches.keys(),
      webStorage: [Object.entries(localStorage), Object.entries(sessionStorage)],
      files,
    }
  })
}

/** Values that could be a picture or a measure of one: other kinds than text and numbers, long codes, long rows of numbers. */
export function likePictures(value: unknown, path = ''): readonly string[] {
  if (typeof value === 'string') {
    const isCode = value.includes('data:image') || /[A-Za-z0-9+/_-]{400,}/u.test(value)
    return isCode ? [`${path}: ${value.slice(0, 40)}`] : []
  }
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) {
    const isMeasure = value.length >= 8 && value.every((one) => typeof one === 'number')
    if (isMeasure) return [`${path}: ${value.length} numbers`]
    return value.flatMap((one, i) => likePictures(one, `${path}[${i}]`))
  }
  if (Object.keys(value).join() === 'kind' && path.startsWith('.databases'))
    return [`${path}: ${String(Reflect.get(value, 'kind'))}`]
  return Object.entries(value).flatMap(([name, one]) => likePictures(one, `${path}.${name}`))
}
