import { withCode } from '../../core/text/ansi.ts'
import type { Command } from '../command.ts'
import { printPage } from '../man-page.ts'

export const man: Command = {
  name: 'man',
  options: 'none',
  summary: 'show the page of a command: what it does, with examples',
  completes: ['commands'],
  page: {
    synopsis: ['man command'],
    description: [
      '`man` (for manual) shows all there is to know about one command. A long page comes in parts: Space shows the next one, `q` ends.',
    ],
    examples: [['man nc', 'how to connect to a server']],
    seeAlso: ['help'],
  },
  run([word], context) {
    if (word) return printPage(word, context)
    context.complain(withCode('Which page? `man dig`, for instance. `help` lists the commands.'))
    return undefined
  },
}
