import { defineCommand, go, stay, type Command } from '../command.ts'
import { offeredTo } from '../extensions.ts'
import { MAIL_LINE_EXTRA } from '../limits.ts'
import { readMailParameters } from '../parameters.ts'
import { needsUtf8, readPathArgument } from '../path-argument.ts'
import { addressOf, type Path } from '../paths.ts'
import { postmasterOf } from '../routing.ts'
import { toMail, type Greeted } from '../session.ts'

export const mail: Command = defineCommand({
  verb: 'MAIL',
  syntax: 'MAIL FROM:<reverse-path> [parameters]',
  about: 'Begins a message: who is told if it cannot be delivered',
  source: { rfc: 5321, section: '4.1.1.2' },
  allowedIn: ['greeted'],
  // §4.1.4: a transaction must end before the next begins.
  elsewhere: { connected: 'helloFirst', mail: 'nestedMail', rcpt: 'nestedMail' },
  argument: 'utf8',
  extraOctets: MAIL_LINE_EXTRA,
  run(session, argument, tools) {
    const { say } = tools
    const read = readPathArgument(
      mail,
      session,
      argument,
      {
        keyword: 'FROM',
        example: 'MAIL FROM:<you@example.net>',
        bad: (because) => say.badSender({ because }),
      },
      tools,
    )
    if (!read.ok) return read.answer
    const understood = readMailParameters(read.parameters, offeredTo(session))
    if (!understood.ok) {
      const { unknown, fault } = understood
      const because = fault.message
      return stay(
        session,
        unknown
          ? say.unknownParameter({ typed: unknown.typed, because })
          : say.badParameter({ because }),
        fault,
      )
    }
    const { parameters } = understood
    // RFC 6531 §3.5: 550 for MAIL, 553 for RCPT.
    if (needsUtf8(read.path) && !parameters.smtputf8) return stay(session, say.mailNeedsUtf8({}))
    const limit = session.host.maxSize
    if (limit > 0 && (parameters.size ?? 0) > limit)
      return stay(session, say.declaredTooLarge({ limit }))
    const from = senderOf(session, read.path)
    return go(toMail(session, { from, parameters }), say.mail({ address: from }))
  },
})

const senderOf = ({ host }: Greeted, path: Path): string => {
  if (path.kind === 'null') return ''
  return addressOf(path.kind === 'mailbox' ? path.mailbox : postmasterOf(host))
}
