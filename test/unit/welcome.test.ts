import { describe, expect, it } from 'vitest'
import managedSchema from '../../public/managed-schema.json' with { type: 'json' }
import { welcomeNewcomer } from '../../lib/background/firstRun.ts'
import { managedOf } from '../../lib/storage/managed.ts'
import type { ManagedSettings } from '../../lib/storage/managed.ts'
import { PERMISSIONS, PRIVACY } from '../../lib/welcome/permissions.ts'
import { finished, NEW_HERE, WELCOME_STEPS, welcomeProgress } from '../../lib/welcome/progress.ts'
import type { WelcomeProgress } from '../../lib/welcome/progress.ts'
import config from '../../wxt.config.ts'

describe('permissions in plain words', () => {
  it('explain everything that the manifest asks for, and nothing else, each once', () => {
    const { manifest } = config
    if (typeof manifest !== 'object' || manifest instanceof Promise)
      throw new Error('The manifest is no longer a plain table.')
    const asked = [...(manifest.permissions ?? []), ...(manifest.host_permissions ?? [])]
    expect(PERMISSIONS.flatMap((one) => one.asked).toSorted()).toEqual(asked.toSorted())
  })

  it('use no word of a technician and keep privacy to five lines', () => {
    for (const { title, why } of PERMISSIONS)
      expect(`${title} ${why}`).not.toMatch(/manifest|API|DOM|script|host|quota|offscreen/iu)
    expect(PRIVACY).toHaveLength(5)
    for (const line of PRIVACY) expect(line.length).toBeLessThan(100)
  })
})

describe('progress on the welcome page', () => {
  it('goes from step to step and remembers what is done', () => {
    const one = finished(NEW_HERE, 'rules')
    expect(one).toEqual({ opened: false, at: 'register', done: ['rules'] })
    expect(finished(one, 'register').at).toBe('practice')
    expect(finished(finished(one, 'register'), 'practice')).toEqual({
      opened: false,
      at: 'practice',
      done: [...WELCOME_STEPS],
    })
  })

  it('takes a step done twice as done once, and goes to what is still open', () => {
    const practised = finished(NEW_HERE, 'practice')
    expect(practised.at).toBe('practice')
    expect(finished(finished(practised, 'rules'), 'rules').done).toEqual(['rules', 'practice'])
    expect(finished(practised, 'rules').at).toBe('register')
  })

  it('is refused where it is none', () => {
    expect(welcomeProgress.safeParse({ opened: true, at: 'elsewhere', done: [] }).success).toBe(
      false,
    )
    expect(welcomeProgress.safeParse(finished(NEW_HERE, 'rules')).success).toBe(true)
  })
})

describe('the welcome page after an install', () => {
  async function opened(reason: string, start: WelcomeProgress, managed: ManagedSettings = {}) {
    let kept = start
    let tabs = 0
    const shelf = {
      welcome: async () => kept,
      saveWelcome: async (next: WelcomeProgress) => void (kept = next),
      managed: async () => managed,
    }
    await welcomeNewcomer(reason, shelf, async () => void (tabs += 1))
    return { tabs, kept }
  }

  it('opens once, and remembers that it did', async () => {
    const first = await opened('install', NEW_HERE)
    expect(first).toEqual({ tabs: 1, kept: { ...NEW_HERE, opened: true } })
    expect((await opened('install', first.kept)).tabs).toBe(0)
  })

  it.each(['update', 'chrome_update', 'shared_module_update'])(
    'stays closed after %s',
    async (reason) => {
      expect((await opened(reason, NEW_HERE)).tabs).toBe(0)
    },
  )

  it('stays closed where the school says so', async () => {
    expect(managedOf({ welcomePage: false })).toEqual({ welcomePage: false })
    expect((await opened('install', NEW_HERE, { welcomePage: false })).tabs).toBe(0)
    expect((await opened('install', NEW_HERE, { welcomePage: true })).tabs).toBe(1)
    // The browser hands on only what the schema names.
    expect(managedSchema.properties.welcomePage.type).toBe('boolean')
  })
})
