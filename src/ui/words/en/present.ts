import type { LinkFault } from '../../../lab/link/read-link.ts'

/** A lesson before a hall: the bar above it. */
export const words = {
  present: 'Present',
  keys: 'Key P',
  bar: 'Presenting',
  step: 'Step',
  world: 'World',
  do: 'Do',
  see: 'See',
  spotlight: 'Spotlight',
  replay: 'Play again',
  notes: 'Notes',
  leave: 'Leave',
  line: (line: number, of: number) => `Line ${line} of ${of}`,
  pause: 'Pause',
  goOn: 'Go on',
  space: 'Space',
  oneLine: 'One line',
  isBlank: 'The screen is blank. B shows the lesson.',
  over: 'The presentation is over. Your own work is as you left it.',
  nothingToReplay: 'Nothing was done here yet that could be played again.',
  isOther: 'This link belongs to another page.',
  faults: {
    'too large': 'This link holds more than a link may.',
    damaged: 'This link was cut off or changed on its way. Ask for it again.',
    newer: 'A later version of HELO World made this link.',
    strange: 'This link holds no state.',
  } satisfies Record<LinkFault, string>,
}
