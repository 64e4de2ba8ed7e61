import type { TranscriptLine } from '../shell/shell.ts'
import type { LabOutput, LabPicture } from './protocol.ts'

/** Characters of a screen, and lines of a transcript, that are kept: the newest. */
const MAX_SCREEN = 200_000
const MAX_LINES = 20_000

export const keptScreen = (text: string): string => text.slice(-MAX_SCREEN)

export const keptLines = (lines: readonly TranscriptLine[]): readonly TranscriptLine[] =>
  lines.length > MAX_LINES ? lines.slice(-MAX_LINES) : lines

export const emptyPicture: LabPicture = {
  ...{
    input: 0,
    screen: '',
    lines: [],
    busy: false,
    events: [],
    mailboxes: [],
    zones: [],
    devices: [],
    numbers: [],
  },
  time: { now: 0, waiting: [] },
  ...{ diagnostics: [], advice: [], senders: [], mails: [] },
}

/** The picture with one more output of the same run. What belongs to no lab leaves it as it is. */
export function addToPicture(picture: LabPicture, output: LabOutput): LabPicture {
  switch (output.kind) {
    case 'terminal': {
      const { text, lines, busy } = output
      return {
        ...picture,
        screen: keptScreen(picture.screen + text),
        lines: keptLines([...picture.lines, ...lines]),
        busy,
      }
    }
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
