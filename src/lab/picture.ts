import type { TranscriptLine } from '../shell/shell.ts'
import type {
  LabOutput,
  LabPicture,
  TerminalOutput,
  TerminalPicture,
  TerminalsOutput,
} from './protocol.ts'

/** Characters of a screen, and lines of a transcript, that are kept: the newest. */
export const MAX_SCREEN = 200_000
export const MAX_LINES = 20_000

export const keptScreen = (text: string): string => text.slice(-MAX_SCREEN)

export const keptLines = (lines: readonly TranscriptLine[]): readonly TranscriptLine[] =>
  lines.length > MAX_LINES ? lines.slice(-MAX_LINES) : lines

export const emptyPicture: LabPicture = {
  ...{
    input: 0,
    screen: '',
    lines: [],
    busy: false,
    terminals: [],
    written: [],
    events: [],
    mailboxes: [],
    zones: [],
    devices: [],
    numbers: [],
  },
  time: { now: 0, waiting: [] },
  ...{ diagnostics: [], advice: [], senders: [], mails: [] },
}

type Written = Pick<LabPicture, 'screen' | 'lines' | 'busy'>

const writtenIn = (before: Written, { text, lines, busy }: TerminalOutput): Written => ({
  screen: keptScreen(before.screen + text),
  lines: keptLines([...before.lines, ...lines]),
  busy,
})

const addToTerminal = (one: TerminalPicture, output: TerminalOutput): TerminalPicture =>
  one.terminal === output.terminal ? { ...one, ...writtenIn(one, output) } : one

/** Those that were open go on with what was written in them. */
function openNow(
  { written }: LabPicture,
  { terminals }: TerminalsOutput,
): Pick<LabPicture, 'terminals' | 'written'> {
  const others = terminals.filter(({ terminal }) => terminal !== 1)
  const nothing = { screen: '', lines: [], busy: false }
  return {
    terminals,
    written: others.map(
      ({ terminal }) =>
        written.find((one) => one.terminal === terminal) ?? { terminal, ...nothing },
    ),
  }
}

/** The picture with one more output of the same run. What belongs to no lab leaves it as it is. */
export function addToPicture(picture: LabPicture, output: LabOutput): LabPicture {
  switch (output.kind) {
    case 'terminal':
      return output.terminal === undefined
        ? { ...picture, ...writtenIn(picture, output) }
        : { ...picture, written: picture.written.map((one) => addToTerminal(one, output)) }
    case 'terminals':
      return { ...picture, ...openNow(picture, output) }
    case 'events':
      return {
        ...picture,
        events: [...picture.events.slice(0, output.first), ...output.events],
      }
    case 'mailboxes':
      return { ...picture, mailboxes: output.mailboxes }
    case 'devices':
      return { ...picture, devices: output.devices }
    case 'numbers':
      return { ...picture, numbers: output.sessions }
    case 'time':
      return { ...picture, time: output.time }
    case 'zones':
      return { ...picture, zones: output.zones }
    case 'findings': {
      const { diagnostics, advice, senders, mails } = { ...picture, ...output }
      return { ...picture, diagnostics, advice, senders, mails }
    }
    case 'progress':
      return { ...picture, progress: output.progress }
    case 'applied':
      return { ...picture, input: output.input }
    case 'snapshot':
      return output.picture
    default:
      return picture
  }
}
