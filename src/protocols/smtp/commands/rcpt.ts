import { defineCommand, go, stay, type Command } from '../command.ts'
import { needsUtf8, readPathArgument } from '../path-argument.ts'
import { addressKey, addressOf, mailboxKey } from '../paths.ts'
import { destinationOf, recipientOf } from '../routing.ts'
import { toRcpt, type Mail, type Rcpt } from '../session.ts'

export const rcpt: Command = defineCommand({
  verb: 'RCPT',
  syntax: 'RCPT TO:<forward-path> [parameters]',
  about: 'Names a recipient; say it once for each',
  source: { rfc: 5321, section: '4.1.1.3' },
  allowedIn: ['mail', 'rcpt'],
  elsewhere: { connected: 'needMail', greeted: 'needMail' },
  argument: 'utf8',
  run(session, argument, tools) {
    const { say } = tools
    const read = readPathArgument(
      rcpt,
      session,
      argument,
      {
        keyword: 'TO',
        example: 'RCPT TO:<bob@example.org>',
        bad: (because) => say.badRecipient({ because }),
      },
      tools,
    )
    if (!read.ok) return read.answer
    const recipient = recipientOf(session.host, read.path)
    if (!recipient)
      return stay(
        session,
        say.badRecipient({ because: 'Only a sender can be `<>`; a recipient needs an address' }),
      )
    // No extension offered here adds parameters to RCPT.
    const extra = read.parameters[0]
    if (extra) {
      const message = `\`${extra.keyword}\` is not among the extensions that EHLO lists`
      const reply = say.unknownParameter({ typed: extra.typed, because: message })
      return stay(session, reply, { span: extra.span, message })
    }
    if (needsUtf8(read.path) && !session.sender.parameters.smtputf8)
      return stay(session, say.rcptNeedsUtf8({}))
    const to = recipientsOf(session)
    const limit = session.host.maxRecipients
    if (to.length >= limit) return stay(session, say.tooManyRecipients({ limit }))
    const address = addressOf(recipient)
    const destination = destinationOf(session.host, session.peer, recipient)
    if (destination === 'unknown') return stay(session, say.userUnknown({ address }))
    if (destination === 'denied') return stay(session, say.relayDenied({ address }))
    // Said twice, it is still delivered once.
    const key = mailboxKey(recipient)
    const known = to.some((other) => addressKey(other) === key)
    const relayed = destination === 'relayed'
    return go(toRcpt(session, known ? to : [...to, address]), say.rcpt({ address, relayed }))
  },
})

const recipientsOf = (session: Mail | Rcpt): readonly string[] =>
  session.phase === 'rcpt' ? session.to : []
