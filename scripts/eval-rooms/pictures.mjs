// Pictures of rooms from a folder of label/name or from a tar of the same. Nothing is decoded here.
import { open, readdir, readFile, stat } from 'node:fs/promises'
import path from 'node:path'

export class BadInput extends Error {}

const TYPES = {
  '.jpg': 'image/jpeg',
  '.jpeg': 'image/jpeg',
  '.png': 'image/png',
  '.webp': 'image/webp',
}

const typeOf = (name) => TYPES[path.extname(name).toLowerCase()]

/** Which of the model's classes a folder's label stands for. Rooms that are neither bedroom nor bathroom are `common`. */
export function classOf(label) {
  const word = label.toLowerCase().replace(/[\s-]+/g, '_')
  if (word.startsWith('bedroom')) return 'bedroom'
  if (word.startsWith('bathroom')) return 'bathroom'
  if (/^(plain|virtual|blurred|wall|curtain)/.test(word)) return 'plain'
  if (/^(unclear|outdoors?|dark|covered|ceiling|closeup)/.test(word)) return 'unclear'
  return 'common'
}

/** @returns {Promise<{ label: string, name: string, type: string, read: () => Promise<Buffer> }[]>} in a stable order */
export async function listPictures(source) {
  let facts
  try {
    facts = await stat(source)
  } catch {
    throw new BadInput(
      `"${source}" does not exist. Give a folder of label/picture.jpg, or a .tar of the same.`,
    )
  }
  const found = facts.isDirectory() ? await fromFolder(source) : await fromTar(source)
  if (found.length === 0) {
    throw new BadInput(
      `No labelled pictures in "${path.basename(source)}": expected label/name.jpg (or .webp, .png), for example bedroom/001.jpg.`,
    )
  }
  return found.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

async function fromFolder(folder) {
  const found = await fromScenes(folder)
  if (found) return found
  return fromLabels(folder)
}

/** A folder of rooms that the project drew itself: `scenes.json` says what each is. */
async function fromScenes(folder) {
  let scenes
  try {
    scenes = JSON.parse(await readFile(path.join(folder, 'scenes.json'), 'utf8'))
  } catch {
    return undefined
  }
  return scenes.rooms?.map(({ file, label }) => ({
    label,
    name: `${label}/${path.basename(file)}`,
    type: typeOf(file),
    read: () => readFile(path.join(folder, file)),
  }))
}

async function fromLabels(folder) {
  const found = []
  for (const label of await readdir(folder, { withFileTypes: true })) {
    if (!label.isDirectory()) continue
    for (const file of await readdir(path.join(folder, label.name), { withFileTypes: true })) {
      const type = typeOf(file.name)
      if (!file.isFile() || !type) continue
      const full = path.join(folder, label.name, file.name)
      found.push({
        label: label.name,
        name: `${label.name}/${file.name}`,
        type,
        read: () => readFile(full),
      })
    }
  }
  return found
}

const text = (block, from, length) => {
  const part = block.subarray(from, from + length)
  const end = part.indexOf(0)
  return part.subarray(0, end < 0 ? length : end).toString('utf8')
}

/** The `path` of a pax header: records of "length key=value\n", where the length counts the whole record in bytes. */
function paxPath(body) {
  let path
  for (let at = 0; at < body.length;) {
    const space = body.indexOf(0x20, at)
    const length = space < 0 ? NaN : Number(body.subarray(at, space).toString('latin1'))
    if (!Number.isInteger(length) || length <= space - at || at + length > body.length) return path
    const record = body.subarray(space + 1, at + length - 1).toString('utf8')
    if (record.startsWith('path=')) path = record.slice('path='.length)
    at += length
  }
  return path
}

/** Reads the headers of a ustar, pax or GNU tar; the pictures stay on disk until they are asked for. */
async function fromTar(file) {
  const handle = await open(file)
  const found = []
  try {
    const { size: total } = await handle.stat()
    const header = Buffer.alloc(512)
    let at = 0
    let longName
    while (at + 512 <= total) {
      await handle.read(header, 0, 512, at)
      if (header.every((byte) => byte === 0)) break
      const sum = parseInt(text(header, 148, 8).trim(), 8)
      const counted = header.reduce((all, byte, i) => all + (i >= 148 && i < 156 ? 32 : byte), 0)
      if (sum !== counted)
        throw new BadInput(
          `"${path.basename(file)}" is not a tar archive, or it is damaged at byte ${at}.`,
        )
      const size = parseInt(text(header, 124, 12).trim() || '0', 8)
      if (!Number.isInteger(size))
        throw new BadInput(
          `"${path.basename(file)}" holds a file of a size that can't be read, at byte ${at}.`,
        )
      const kind = String.fromCharCode(header[156])
      const start = at + 512
      if (start + size > total)
        throw new BadInput(`"${path.basename(file)}" ends in the middle of a picture.`)
      at = start + Math.ceil(size / 512) * 512
      if (kind === 'L' || kind === 'x') {
        const body = Buffer.alloc(size)
        await handle.read(body, 0, size, start)
        longName = kind === 'L' ? text(body, 0, size) : (paxPath(body) ?? longName)
        continue
      }
      // GNU's own header says "ustar  " and keeps times where POSIX keeps the beginning of a long name.
      const isPosix = text(header, 257, 6) === 'ustar' && header[262] === 0
      const prefix = isPosix ? text(header, 345, 155) : ''
      const name = longName ?? (prefix ? `${prefix}/` : '') + text(header, 0, 100)
      longName = undefined
      const type = typeOf(name)
      const parts = name.split('/').filter((part) => part && part !== '.')
      if (
        (kind !== '0' && kind !== '\0') ||
        !type ||
        parts.length < 2 ||
        parts.at(-1).startsWith('._')
      )
        continue
      found.push({
        label: parts.at(-2),
        name: parts.slice(-2).join('/'),
        type,
        read: async () => {
          const reader = await open(file)
          try {
            const body = Buffer.alloc(size)
            await reader.read(body, 0, size, start)
            return body
          } finally {
            await reader.close()
          }
        },
      })
    }
    if (total < 512) throw new BadInput(`"${path.basename(file)}" is not a tar archive.`)
  } finally {
    await handle.close()
  }
  return found
}

/** Keeps at most `limit` pictures of each label, spread evenly over them. */
export function thin(pictures, limit) {
  if (!limit) return pictures
  const byLabel = Map.groupBy ? Map.groupBy(pictures, (p) => p.label) : groupBy(pictures)
  return [...byLabel.values()].flatMap((group) =>
    group.length <= limit
      ? group
      : Array.from({ length: limit }, (_, i) => group[Math.floor((i * group.length) / limit)]),
  )
}

function groupBy(pictures) {
  const groups = new Map()
  for (const picture of pictures)
    groups.set(picture.label, [...(groups.get(picture.label) ?? []), picture])
  return groups
}
