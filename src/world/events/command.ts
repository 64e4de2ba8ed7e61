import { isSmtp, type Command } from '../answered-command.ts'
import { defineEvent } from '../log/event-kind.ts'

export type { Command, MailboxCommand, SmtpCommand } from '../answered-command.ts'

export const command = defineEvent<Command>({
  type: 'command',
  shownIn: 'detail',
  sentence(event) {
    const { verb, argument, text: words } = event
    const reply = `\`${isSmtp(event) ? event.code : event.status} ${words.split('\n', 1)[0]!}\``
    if (verb === '') return `The server sends ${reply}.`
    const line = verb === '.' ? 'The message' : `\`${`${verb} ${argument}`.trim()}\``
    return `${line} is answered with ${reply}.`
  },
})
