import type { Page } from '../page-context.ts'
import type { MenuItem } from '../portal.ts'

/** The menu of one person, from their row or their tile. Texts of the help pages; no item has a mark of its own (facts §5). */
export function openPersonMenu(page: Page, id: string, anchor: Element): void {
  const items = personMenu(page, id)
  if (items.length > 0) page.portal.menu(anchor, 'participant-actions-menu', items)
}

function personMenu(page: Page, id: string): readonly MenuItem[] {
  const { model, say, doings } = page
  const person = model.people.get(id)
  if (person === undefined) return []
  const items: MenuItem[] = []
  if (model.presides() && !person.self) {
    if (person.microphone) {
      items.push({
        text: say('muteOne'),
        run: () =>
          doings.deed('mute', () => {
            if (model.people.has(id)) doings.microphone(id, false)
          }),
      })
    }
    // The hard mute of one person is for attendees.
    if (person.role === 'attendee') {
      items.push(
        {
          text: say(person.microphoneBlocked ? 'micOn' : 'micOff'),
          run: () => doings.dial(id, 'microphone', !person.microphoneBlocked),
        },
        {
          text: say(person.cameraBlocked ? 'camOn' : 'camOff'),
          run: () => doings.dial(id, 'camera', !person.cameraBlocked),
        },
      )
    }
  }
  items.push({
    text: say(person.pinned ? 'unpin' : 'pin'),
    attributes: { 'data-track-action-outcome': person.pinned ? 'unpinParticipant' : undefined },
    run: () => doings.pin(id, !person.pinned),
  })
  if (!model.presides()) return items
  items.push(
    person.spotlit
      ? { text: say('unspotlight'), run: () => doings.spotlight(id, false) }
      : { text: say('spotlight'), run: () => doings.askSpotlight(id) },
  )
  if (model.organises() && !person.self && person.role !== 'organiser') {
    items.push(
      person.role === 'attendee'
        ? { text: say('makePresenter'), run: () => doings.askRole(id, 'presenter') }
        : { text: say('makeAttendee'), run: () => doings.askRole(id, 'attendee') },
    )
  }
  if (!person.self && person.role !== 'organiser')
    items.push({ text: say('remove'), run: () => doings.askRemove(id) })
  return items
}
