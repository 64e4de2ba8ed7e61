import { withCode } from '../../core/text/ansi.ts'
import type { Command } from '../command.ts'

export const exit: Command = {
  name: 'exit',
  aliases: ['logout'],
  options: 'none',
  summary: 'come back from another host',
  page: {
    synopsis: ['exit'],
    description: [
      'Ends a session that `ssh` opened. The first terminal stays open as long as the page: there is nothing to leave.',
    ],
    examples: [['exit', 'back to where you came from']],
    seeAlso: ['ssh'],
  },
  run(_, context) {
    const { name } = context.host
    if (context.logOut()) context.note(`logout\nConnection to ${name} closed.`)
    else
      context.explain(
        withCode('This terminal stays open as long as the page. There is nothing to leave.'),
      )
    return undefined
  },
}
