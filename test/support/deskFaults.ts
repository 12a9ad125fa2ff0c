import type { Observation } from '../../lib/meeting/index.ts'
import { meetingTab, nextView } from './desk.ts'
import type { LessonStep } from './lessonScript.ts'
import type { PlayedLesson } from './playedLesson.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND

/** Something that goes wrong in the background of a lesson, or between it and the page, before each of the lesson's steps. */
export interface DeskFault {
  /** Short: it stands in the tally. */
  readonly name: string
  /**
   * What the record has to own up to: `unwatched` time, a journal that was `damaged`, a room check that was `off`, a clock that was
   * `setBack`, a lesson that was `interrupted`. Absent: it has no time of which nothing is known.
   */
  readonly owns?: 'unwatched' | 'damaged' | 'off' | 'setBack' | 'interrupted'
  /** The lesson is in several records, each of which says so: what was on the disk could not be read for a while. */
  readonly splits?: true
  /** What an old reading seems to undo is new once more, and is asked again. */
  readonly asksAgain?: true
  /** The lessons that it can be played in; all, where it is left out. */
  readonly fits?: (steps: readonly LessonStep[]) => boolean
  /** It strikes before this step only; else before each. */
  readonly once?: (steps: number) => number
  /** Played on the database itself. */
  readonly onDisk?: true
  strike(play: PlayedLesson, step: LessonStep, index: number): Promise<void>
}

/** A few turns of the promises: somewhere in the middle of a write, not always at the same place. */
async function meanwhile(index: number): Promise<void> {
  for (let turn = 0; turn < (index * 7) % 23; turn += 1) await Promise.resolve()
}

/** What the page showed arrives once more, after what came later. */
async function arriveLate(play: PlayedLesson, before: Observation | undefined): Promise<void> {
  if (before === undefined || before.phase === 'ended') return
  await play.tab.observe(before)
}

export const DESK_FAULTS: readonly DeskFault[] = [
  {
    name: 'the worker is killed',
    async strike(play) {
      play.killWorker()
      await play.sees()
    },
  },
  {
    name: 'the worker is killed in the middle of a write',
    async strike(play, step, index) {
      void play.sees(step.sees)
      await meanwhile(index)
      play.killWorker()
    },
  },
  {
    name: 'the browser is killed (SIGKILL) in the middle of a write',
    async strike(play, step, index) {
      void play.sees(step.sees)
      await meanwhile(index)
      await play.killBrowser(20 * SECOND)
    },
  },
  {
    name: 'the disk is full',
    async strike(play, step) {
      play.disk.full = true
      await play.sees(step.sees)
      play.disk.full = false
    },
  },
  {
    name: 'the database can’t be opened',
    owns: 'interrupted',
    splits: true,
    // When the class is there: of the teacher alone nobody can tell which lesson it is, and it gets a deadline of its own.
    once: (steps) => steps - 1,
    fits: (steps) => (steps.at(-2)?.sees.people.length ?? 0) > 1,
    async strike(play, step) {
      play.disk.broken = true
      play.killWorker()
      // What is seen now belongs to no lesson that could be read; it is taken up when the disk answers.
      await play.sees(play.shown ?? step.sees)
      play.disk.broken = false
      play.clock.now += 20 * SECOND
      await play.desk.tick()
      await play.sees(play.shown ?? step.sees)
    },
  },
  {
    name: 'a message is lost',
    strike(play) {
      play.loses = 1
      return Promise.resolve()
    },
  },
  {
    name: 'every message comes twice',
    strike(play) {
      play.times = 2
      return Promise.resolve()
    },
  },
  {
    name: 'a message comes late',
    asksAgain: true,
    async strike(play, step) {
      const before = play.shown
      await play.sees(step.sees)
      await arriveLate(play, before)
    },
  },
  {
    name: 'the tab is reloaded',
    async strike(play) {
      await play.reloadTab()
      await play.sees()
    },
  },
  {
    name: 'the tab is discarded and comes back as another',
    async strike(play) {
      await play.reloadTab(true)
      await play.sees()
    },
  },
  {
    name: 'the panel is closed and opened',
    async strike(play) {
      await nextView(play.desk)
      await nextView(play.desk)
    },
  },
  {
    name: 'a second window shows the call',
    async strike(play, step) {
      const second = meetingTab(play.desk, 99)
      await second.observe(play.shown ?? step.sees)
      await second.leave()
    },
  },
  {
    name: 'the model is missing',
    owns: 'off',
    strike: (play) => play.desk.roomCheckFailed('modelMissing'),
  },
  {
    name: 'the permission is taken for a minute and given back',
    owns: 'unwatched',
    async strike(play) {
      await play.tab.leave()
      play.sleep(MINUTE)
      await play.desk.tick()
      play.connect()
    },
  },
  {
    name: 'the tab is frozen for three minutes',
    owns: 'unwatched',
    strike(play) {
      play.sleep(3 * MINUTE + SECOND)
      return Promise.resolve()
    },
  },
  {
    name: 'the computer sleeps for an hour',
    owns: 'unwatched',
    once: (steps) => Math.floor(steps / 2),
    strike(play) {
      play.sleep(60 * MINUTE)
      return Promise.resolve()
    },
  },
  {
    name: 'the clock is set back ten minutes',
    owns: 'setBack',
    once: (steps) => Math.floor(steps / 2),
    strike(play) {
      play.clock.now -= 10 * MINUTE
      return Promise.resolve()
    },
  },
  {
    name: 'an entry on the disk is damaged',
    owns: 'damaged',
    onDisk: true,
    once: (steps) => Math.floor(steps / 2),
    async strike(play) {
      await play.damage()
      play.killWorker()
      await play.sees()
    },
  },
]
