import { count, oneOf, optional, record, tagged, text } from '../../core/json/codec.ts'
import { isSmtp, type Command, type MailboxCommand, type SmtpCommand } from '../answered-command.ts'
import { defineEvent } from '../log/event-kind.ts'
import { syntaxProblem } from '../log/values/problem.ts'

export type { Command, MailboxCommand, SmtpCommand } from '../answered-command.ts'

const answered = {
  type: oneOf('command'),
  ...{ connection: count, verb: text, argument: text, text },
  problem: optional(syntaxProblem),
}

const smtp = record<SmtpCommand>({
  ...{ ...answered, protocol: oneOf('smtp', 'lmtp'), code: count, enhanced: optional(text) },
})

const mailbox = record<MailboxCommand>({
  ...{ ...answered, protocol: oneOf('imap', 'pop3'), tag: optional(text), status: text },
  ...{ responseCode: optional(text), explanation: optional(text) },
})

export const command = defineEvent<Command>({
  type: 'command',
  codec: tagged<Command>('protocol', (protocol) =>
    protocol === 'smtp' || protocol === 'lmtp' ? smtp : mailbox,
  ),
  shownIn: 'detail',
  sentence(event) {
    const { verb, argument, text: words } = event
    const reply = `\`${isSmtp(event) ? event.code : event.status} ${words.split('\n', 1)[0]!}\``
    if (verb === '') return `The server sends ${reply}.`
    const line = verb === '.' ? 'The message' : `\`${`${verb} ${argument}`.trim()}\``
    return `${line} is answered with ${reply}.`
  },
})
