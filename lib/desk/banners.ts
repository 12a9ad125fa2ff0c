import type { RoomCheckFailure } from '../bus/protocol.ts'
import type { Platform } from '../meeting/index.ts'
import { SITE_NAMES } from '../meeting/sites.ts'
import { setBackLength } from '../protocol/setBack.ts'
import type { PackError } from '../protocol/pack.ts'
import { ROOM_FAILURES } from '../views/roomCheck.ts'
import type { PanelView } from '../views/types.ts'
import { t, tOf } from '../words/say.ts'

/** What is stored on this computer and can't be read. */
export interface NotRead {
  readonly lessons: boolean
  readonly settings: boolean
  readonly classes: boolean
}

/** What can be wrong with the tool itself. */
export interface Troubles {
  /** Something of the lesson is only in memory. */
  readonly unwritten: boolean
  readonly notRead: NotRead
  readonly roomFailure: RoomCheckFailure | undefined
  /** Tabs of the running call that answer; undefined while no lesson runs. */
  readonly tabsHere: number | undefined
  /** Where another call than the lesson's is open at the same time. */
  readonly otherCall: Platform | undefined
  /** The rules of the lesson: `lost` where those that were chosen are not there any more, and what is wrong with the school's. */
  readonly rules: { readonly lost: boolean; readonly problems: readonly PackError[] }
  /** Name of the class that the people in the call seem to be of, where that is not the chosen one. */
  readonly perhapsClass: string | undefined
  /** The lesson that the call was taken to go on from: its class, and when it was planned for where that was taken over. */
  readonly goesOnAs: { readonly className: string; readonly start?: string } | undefined
  /** The computer's clock was set back a while ago: how far, and when by the clock that the lesson counts on. */
  readonly clockSetBack: { readonly ms: number; readonly time: string } | undefined
}

/** Loud problems of the tool itself, in words for the teacher. */
export function bannersFor({
  unwritten,
  notRead,
  roomFailure,
  tabsHere,
  otherCall,
  rules,
  perhapsClass,
  goesOnAs,
  clockSetBack,
}: Troubles): PanelView['banners'] {
  const banners: PanelView['banners'][number][] = [...unread(notRead)]
  if (unwritten) {
    banners.push({
      id: 'storage',
      tone: 'problem',
      text: t(
        'This lesson could not be saved: the computer’s storage may be full. Export the record before you close the browser.',
      ),
    })
  }
  if (roomFailure !== undefined) {
    banners.push({ id: 'rooms', tone: 'problem', text: tOf(ROOM_FAILURES[roomFailure]) })
  }
  const [problem] = rules.problems
  if (problem !== undefined) {
    banners.push({
      id: 'rules',
      tone: 'problem',
      text: t(
        'The rules that your school has set can’t be used ({problem}). Other rules hold until that is put right; tell your technician.',
        { problem: `${problem.path} ${problem.message}`.trim() },
      ),
    })
  }
  if (rules.lost) {
    banners.push({
      id: 'lostRules',
      tone: 'problem',
      text: t(
        'The rules that were chosen are not on this computer any more. Both founding policies together hold now. Choose again under School in the settings.',
      ),
    })
  }
  if (goesOnAs !== undefined) {
    const { className: name, start } = goesOnAs
    banners.push({
      id: 'goesOn',
      tone: 'info',
      text:
        start === undefined
          ? t('Goes on as {name}.', { name })
          : t('Goes on as {name}, {time}.', { name, time: start }),
      action: 'anotherLesson',
    })
  }
  if (clockSetBack !== undefined) {
    const { ms, time } = clockSetBack
    banners.push({
      id: 'clock',
      tone: 'info',
      text: t(
        'This computer’s clock was set back by {length} at {time}. The lesson is counted on from there, and its record says so.',
        { length: setBackLength(ms), time },
      ),
    })
  }
  if (perhapsClass !== undefined) {
    banners.push({
      id: 'class',
      tone: 'problem',
      text: t(
        'Most people in the call are on the register of “{name}”. Is the right class chosen? You can change it at any time; nothing that was seen is lost.',
        { name: perhapsClass },
      ),
    })
  }
  if (tabsHere === 0) {
    banners.push({
      id: 'gone',
      tone: 'problem',
      text: t('The meeting tab does not answer. Nothing is being checked right now.'),
    })
  }
  if (tabsHere !== undefined && tabsHere > 1) {
    banners.push({
      id: 'tabs',
      tone: 'info',
      text: t('This call is open in two tabs. Only the first is read.'),
    })
  }
  if (otherCall !== undefined) {
    banners.push({
      id: 'otherCall',
      tone: 'problem',
      text: t(
        'Another call is open in {site}. It is not looked after: this lesson goes on in its own call.',
        { site: SITE_NAMES[otherCall] },
      ),
    })
  }
  return banners
}

/** Each says what holds meanwhile and what to do; that what is stored was left alone, or she would fear for it. */
function unread({ lessons, settings, classes }: NotRead): PanelView['banners'] {
  const banners: PanelView['banners'][number][] = []
  if (lessons) {
    banners.push({
      id: 'database',
      tone: 'problem',
      text: t(
        'What is kept on this computer can’t be opened. A lesson is watched all the same and the emergency steps work, but nothing of it is kept: open its record as soon as it is over and save it as a file. Then close the whole browser and start it again. The earlier records were not touched.',
      ),
    })
  } else if (classes) {
    banners.push({
      id: 'classes',
      tone: 'problem',
      text: t(
        'The classes on this computer can’t be read, so nobody’s name can be checked. Close the whole browser and start it again after the lesson. The classes were not touched.',
      ),
    })
  }
  if (settings) {
    banners.push({
      id: 'settings',
      tone: 'problem',
      text: t(
        'The settings on this computer can’t be read. Rules and safeguarding contacts that were set here are missing, and a lesson that begins now has no room check. Close the whole browser and start it again after the lesson. The settings were not touched.',
      ),
    })
  }
  return banners
}
