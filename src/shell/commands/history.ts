import { clip } from '../../core/text/clip.ts'
import type { Command } from '../command.ts'
import { showText } from '../show-text.ts'

/** Lines that are listed. */
const LATEST = 50

export const history: Command = {
  name: 'history',
  options: 'none',
  summary: 'list the lines you typed at this prompt',
  page: {
    synopsis: ['history'],
    description: [
      'Lists the latest 50 lines typed at the prompt, oldest first. The up and down arrows bring them back to be changed and sent again.',
    ],
    examples: [['history', 'all lines so far']],
    seeAlso: ['clear'],
  },
  run(_, context) {
    const width = String(context.history.length).length + 2
    const first = Math.max(0, context.history.length - LATEST)
    const lines = context.history
      .slice(first)
      .map((line, at) => `${String(first + at + 1).padStart(width)}  ${showText(clip(line, 200))}`)
    context.print(lines.join('\n'))
    return undefined
  },
}
