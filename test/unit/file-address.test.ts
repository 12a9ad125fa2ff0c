import { describe, expect, it } from 'vitest'
import { isFileAddress, namesFile } from '../../lib/meeting/index.ts'

const FILES = [
  'https://drive.google.com/file/d/1/view',
  'docs.google.com/document/d/1',
  'https://school.sharepoint.com/:w:/s/y4/x',
  'https://school-my.sharepoint.com/personal/a',
  'http://1drv.ms/w/s!x',
  'https://onedrive.live.com/?id=1',
]
const OTHERS = [
  'https://www.bbc.co.uk/bitesize',
  'https://drive.google.com',
  'https://mydrive.google.com.example/x',
  'https://example.com/?to=drive.google.com/file',
  'https://not-1drv.ms/w',
]

describe('what a file’s address looks like (EG-33)', () => {
  it.each(FILES)('%s leads to a file', (link) => {
    expect(isFileAddress(link)).toBe(true)
    expect(namesFile(`here it is: ${link}, thanks`)).toBe(true)
  })
  it.each(OTHERS)('%s does not', (link) => expect(isFileAddress(link)).toBe(false))
  it.each(OTHERS.filter((one) => !one.includes('?to=')))('%s in a line names none', (link) =>
    expect(namesFile(`look at ${link} please`)).toBe(false),
  )
})
