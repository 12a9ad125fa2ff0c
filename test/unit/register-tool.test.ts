import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const script = fileURLToPath(new URL('../../scripts/match.ts', import.meta.url))
const register = fileURLToPath(new URL('../vectors/register/year4-maths.csv', import.meta.url))
let folder = ''
const file = (name: string, text: string) => {
  const path = join(folder, name)
  writeFileSync(path, text)
  return path
}
const run = (...args: string[]) =>
  spawnSync(process.execPath, [script, ...args], { encoding: 'utf8' })

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'match-'))
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

// Each run starts a program of its own, which takes seconds on a busy computer.
describe('the match tool', { timeout: 60_000 }, () => {
  it('prints the full result as JSON', () => {
    const names = file(
      'names.txt',
      'Amelia Potter\r\n\r\nMrs Shah\r\niPad (2)\r\nSiân Morgan\r\nOtter.ai\r\n',
    )
    const { stdout, stderr, status } = run('--register', register, '--names', names, '--json')
    expect([status, stderr]).toEqual([0, ''])
    const result = JSON.parse(stdout) as {
      register: unknown
      results: {
        line: number
        kind: string
        certain: boolean
        person: { name: string } | null
        explanation: { summary: string }
        noteTaker?: string
      }[]
      summary: unknown
    }
    expect(result.register).toEqual({ name: 'Year 4 Maths', pupils: 30, staff: 2 })
    expect(
      result.results.map((one) => [one.line, one.kind, one.person?.name, one.certain]),
    ).toEqual([
      [1, 'pupil', 'Amelia Potter', true],
      [3, 'guardian', 'Dev Shah', true],
      [4, 'notAName', undefined, false],
      [5, 'guardian', 'Gruffydd Llŷr-Morgan', true],
      [6, 'noteTaker', undefined, false],
    ])
    expect(result.results[4]?.noteTaker).toBe('Otter')
    expect(result.results[1]?.explanation.summary).toBe('Mrs Priya Shah, mother of Dev Shah.')
    expect(result.summary).toEqual({
      names: 5,
      certain: 3,
      kinds: { pupil: 1, guardian: 2, notAName: 1, noteTaker: 1 },
    })
  })

  it('prints a table, and takes names as one call or each by itself', () => {
    const names = file('two.txt', 'Amelia Potter\nAmelia\n')
    expect(run('--register', register, '--names', names).stdout).toMatch(/2\s+Amelia\s+duplicate/)
    expect(run('--register', register, '--names', names, '--each').stdout).toMatch(
      /2\s+Amelia\s+pupil/,
    )
    expect(run('--register', register, '--names', names, '--self', 'Amelia').stdout).toMatch(
      /2\s+Amelia\s+self/,
    )
  })

  it('says what is wrong and ends with a code', () => {
    const names = file('one.txt', 'Amelia Potter\n')
    const wrong = file('wrong.csv', 'Product,Price\nApple,3\n')
    expect(run('--register', join(folder, 'none.csv'), '--names', names)).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no such file/) as string,
    })
    expect(run('--register', wrong, '--names', names)).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringMatching(/No column with names/) as string,
    })
    expect(run('--register', register, '--names', names, '--class', '9Z')).toMatchObject({
      status: 1,
      stderr: expect.stringMatching(/no class “9Z”.*Year 4 Maths/) as string,
    })
    expect(run('--names', names)).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/usage/) as string,
    })
    expect(run('--nonsense')).toMatchObject({
      status: 2,
      stderr: expect.stringMatching(/usage/) as string,
    })
  })
})
