import type { PanelView, PromptView } from '../views/types.ts'
import type { Message } from '../words/catalogue.ts'
import { isHere, join, knock, setCamera } from './call.ts'
import type { PracticeCall } from './call.ts'
import { AMELIA, ASSISTANT, DEV, NIA, SAMPLE_CLASS_ID, TABLET_NAME, TOM } from './people.ts'

/**
 * What happens in the practice lesson, as data: one step after the other. In a step of the teacher's own the clock stands still, so that
 * nobody is hurried while reading; in the others it runs, faster than a real one, until what was to come has come.
 */
export interface PlotStep {
  readonly id: string
  readonly title: Message
  readonly what: Message
  /** Where to look: in the panel, or in the drawn call. */
  readonly where: 'panel' | 'call' | 'clock'
  readonly begin?: (call: PracticeCall) => PracticeCall
  readonly done: (now: PlotView) => boolean
}

export interface PlotView {
  readonly view: PanelView
  readonly call: PracticeCall
  /** A prompt that was open in this step is not open any more: she answered it. */
  readonly answered: boolean
}

export const PLOT: readonly PlotStep[] = [
  {
    id: 'class',
    title: 'Choose the class',
    what: 'It is three minutes to ten. In the panel, take the class that is offered and press “Use this class”.',
    where: 'panel',
    done: ({ view }) => view.session?.registerId === SAMPLE_CLASS_ID,
  },
  {
    id: 'join',
    title: 'Join the call',
    what: 'The panel shows what your school’s policy asks for before anybody comes in. Look at it, then press “Join the call” in the picture of the meeting.',
    where: 'call',
    done: ({ view }) => view.phase === 'during',
  },
  {
    id: 'admit',
    title: 'Somebody knocks',
    what: 'Amelia waits outside. The panel knows her from the register, but letting her in is your decision: press “Admit Amelia Potter”.',
    where: 'panel',
    begin: (call) => knock(join(call, ASSISTANT, 'on'), AMELIA),
    done: ({ call }) => !call.knocks.some((one) => one.who.id === AMELIA.id),
  },
  {
    id: 'adult',
    title: 'Is an adult there?',
    what: 'Name and camera are ticked by themselves. That a parent is in the room only you can see: Mrs Potter waves. Press “Adult seen”.',
    where: 'panel',
    done: ({ view, call }) =>
      !isHere(call, AMELIA) ||
      view.people.some((row) => row.participantId === AMELIA.id && row.adultSeen),
  },
  {
    id: 'tablet',
    title: 'A name that is none',
    what: 'An “iPad (2)” knocks. Your policy asks for a real name, so press “Leave waiting” and ask who it is.',
    where: 'panel',
    begin: (call) => knock(call, TOM, TABLET_NAME),
    done: isSettled,
  },
  {
    id: 'typing',
    title: '“It’s Tom’s tablet!”',
    what: 'Tom’s father puts the name in and knocks again. The clock runs faster here than in a real lesson.',
    where: 'clock',
    begin: (call) => knock(call, TOM),
    done: ({ view, call }) =>
      isHere(call, TOM) || view.knocks.every((one) => one.name !== TABLET_NAME),
  },
  {
    id: 'renamed',
    title: 'Now the name is right',
    what: 'The panel finds Tom on the register: press “Admit Tom Okafor”.',
    where: 'panel',
    done: ({ call }) => !call.knocks.some((one) => one.who.id === TOM.id),
  },
  {
    id: 'others',
    title: 'The others come in',
    what: 'Mr Lewis lets in Dev and Nia. Nia’s camera is off; the tool gives her half a minute before it says anything.',
    where: 'clock',
    begin: (call) => join(join(call, { ...DEV, backdrop: 'plain' }, 'on'), NIA, 'off'),
    done: ({ view, call }) => open(view, 'cameraOff') !== undefined || !isHere(call, NIA),
  },
  {
    id: 'camera',
    title: 'A camera is off',
    what: 'Now it asks you, with words that you could say. Any answer is yours to give; try “Ask for camera”.',
    where: 'panel',
    done: ({ view }) => open(view, 'cameraOff') === undefined,
  },
  {
    id: 'carries',
    title: 'Somebody moves',
    what: 'Nia switches her camera on. Dev carries his laptop to another room…',
    where: 'clock',
    begin: (call) => setCamera(setCamera(call, NIA.id, 'on'), DEV.id, 'on', 'bedroom'),
    done: ({ view, call }) =>
      open(view, 'room') !== undefined || !isHere(call, DEV) || view.roomCheck.state !== 'on',
  },
  {
    id: 'room',
    title: 'This may be a bedroom',
    what: 'Behind Dev there is a bed. The tool only says “may be”: you look, and you decide. Try “Ask to move”.',
    where: 'panel',
    done: ({ view }) => open(view, 'room') === undefined,
  },
  {
    id: 'moves',
    title: 'The clock goes on',
    what: 'Dev sits down in the kitchen and the check clears by itself. The ring in the panel counts to the lock, five minutes after the start.',
    where: 'clock',
    begin: (call) => setCamera(call, DEV.id, 'on', 'kitchen'),
    done: ({ view, call }) => call.locked || view.lock.state === 'due',
  },
  {
    id: 'lock',
    title: 'Time to lock',
    what: 'Nobody new comes in now. Press “Lock now”. In a real call the panel then says what it can see of the lock, never what it hopes.',
    where: 'panel',
    done: ({ call }) => call.locked,
  },
  {
    id: 'end',
    title: 'The end of the lesson',
    what: 'Have a look around the panel: Class, Checks, Log. Then press “End the call” in the picture of the meeting.',
    where: 'call',
    done: ({ call }) => call.phase === 'ended',
  },
  {
    id: 'record',
    title: 'The record',
    what: 'The lesson is over. Press “Open the record” in the panel: times, names, checks, and what you did.',
    where: 'panel',
    done: () => false,
  },
]

/** The prompt of a kind that waits for an answer. */
function open(view: PanelView, kind: PromptView['kind']): PromptView | undefined {
  return view.prompts.find((one) => one.kind === kind)
}

/** Whatever she did about the tablet counts: left waiting, sent away, named, or let in. */
function isSettled({ view, call, answered }: PlotView): boolean {
  if (answered) return true
  const waits = call.knocks.find((one) => one.who.id === TOM.id)
  if (waits === undefined) return true
  const row = view.knocks.find((one) => one.key === waits.key)
  return row?.leftWaitingAt !== undefined || row?.said !== undefined
}
