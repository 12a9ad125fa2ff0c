import { describe, expect, it } from 'vitest'
import { buttonWords, FOR_ALL, FOR_ONE, reasons } from '../../components/panel/deeds.ts'
import { COMMAND_KINDS } from '../../lib/meeting/index.ts'
import { capabilitiesOf } from '../../lib/platforms/capabilities.ts'

describe('what the panel offers', () => {
  const offered = (site: 'meet' | 'teams', role: 'organiser' | 'presenter' | 'attendee') => {
    const can = capabilitiesOf(site, site === 'meet' ? 'meet-2026' : 'teams-full', role)
    return [...Object.entries(FOR_ALL), ...Object.entries(FOR_ONE)].flatMap(([kind, words]) => {
      const kindKnown = COMMAND_KINDS.find((one) => one === kind)
      const word = kindKnown === undefined ? undefined : buttonWords(words, can[kindKnown])
      return word === undefined ? [] : [word]
    })
  }

  it('is what the site and the rank have, and in the words of what we do there', () => {
    expect(offered('meet', 'organiser')).toEqual([
      'Show me “Mute all”',
      'All cameras off',
      'Allow cameras again',
      'Chat off',
      'Chat on',
      'Read the whole list',
      'Mute',
      'Show me: stop presenting',
      'Remove',
    ])
    expect(offered('teams', 'organiser')).toEqual([
      'Mute everyone',
      'All cameras off',
      'Allow cameras again',
      'Show me: chat off',
      'Show me: chat on',
      'Read the whole list',
      'Mute',
      'Keep microphone off',
      'Allow microphone',
      'Camera off',
      'Allow camera',
      'Show me: stop presenting',
      'Remove',
    ])
    expect(offered('meet', 'attendee')).toEqual(['Read the whole list'])
    expect(offered('teams', 'attendee')).toEqual(['Read the whole list'])
  })

  it('says why something is not simply done, once', () => {
    const meet = capabilitiesOf('meet', 'meet-2026', 'organiser')
    expect(reasons('meet', ['cameraOff'], meet)).toEqual([
      'Meet has no control for one person’s camera. Ask, or switch everyone’s off.',
    ])
    const guest = capabilitiesOf('meet', 'meet-2026', 'attendee')
    expect(reasons('meet', ['camerasOffForAll', 'camerasOnForAll', 'chatOff'], guest)).toEqual([
      'Only hosts and co-hosts can do this in Meet.',
    ])
    expect(
      reasons('teams', ['cameraOff'], capabilitiesOf('teams', 'teams-full', 'organiser')),
    ).toEqual([])
  })
})
