import { h } from '../dom.ts'

const made = new Map<string, string>()

/** A disc with the first letter of the name, as a data: address. */
export function avatarOf(name: string): string {
  const letter = [...name.trim()][0]?.toUpperCase() ?? '?'
  const hue = hueOf(name)
  const key = `${letter}${hue}`
  const known = made.get(key)
  if (known !== undefined) return known
  const canvas = h('canvas', { width: 96, height: 96 })
  const pen = canvas.getContext('2d')
  if (pen !== null) {
    pen.fillStyle = `hsl(${hue} 45% 42%)`
    pen.fillRect(0, 0, 96, 96)
    pen.fillStyle = '#fff'
    pen.font = '48px Arial, sans-serif'
    pen.textAlign = 'center'
    pen.textBaseline = 'middle'
    pen.fillText(letter, 48, 51)
  }
  const address = canvas.toDataURL()
  made.set(key, address)
  return address
}

export function hueOf(name: string): number {
  let sum = 0
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 3600
  return Math.round(sum / 20) * 2
}
