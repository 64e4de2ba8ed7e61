import { defineCommand, go, stay, type Answer, type Command, type Tools } from '../command.ts'
import { notListed } from '../parameters.ts'
import { needsUtf8, readPathArgument, type PathForm } from '../path-argument.ts'
import { addressKey, addressOf, mailboxKey, type Mailbox } from '../paths.ts'
import { destinationOf, recipientOf } from '../routing.ts'
import { toRcpt, type Mail, type Rcpt } from '../session.ts'

const form: PathForm = {
  keyword: 'TO',
  example: 'RCPT TO:<bob@example.org>',
  bad: 'badRecipient',
}

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
    const read = readPathArgument(rcpt, form, session, argument, tools)
    if (!read.ok) return read.answer
    const recipient = recipientOf(session.host, read.path)
    if (!recipient)
      return stay(
        session,
        say.badRecipient({ because: 'Only a sender can be `<>`; a recipient needs an address' }),
      )
    // No extension offered here adds parameters to RCPT.
    const [extra] = read.parameters
    if (extra) {
      const message = notListed(extra.keyword)
      const refusal = say.unknownParameter({ typed: extra.typed, because: message })
      return stay(session, refusal, { span: extra.span, message })
    }
    if (needsUtf8(read.path) && !session.sender.parameters.smtputf8)
      return stay(session, say.rcptNeedsUtf8({}))
    return judge(session, recipient, say)
  },
})

/** Takes the recipient if there is room for one more, and mail for it goes anywhere from here. */
function judge(session: Mail | Rcpt, recipient: Mailbox, say: Tools['say']): Answer {
  const to = session.phase === 'rcpt' ? session.to : []
  const limit = session.host.maxRecipients
  if (to.length >= limit) return stay(session, say.tooManyRecipients({ limit }))
  const address = addressOf(recipient)
  const destination = destinationOf(session.host, session.peer, recipient)
  if (destination === 'unknown') return stay(session, say.userUnknown({ address }))
  if (destination === 'denied') return stay(session, say.relayDenied({ address }))
  // Said twice, it is still delivered once.
  const key = mailboxKey(recipient)
  const known = to.some((other) => addressKey(other) === key)
  const next = toRcpt(session, known ? to : [...to, address])
  return go(next, say.rcpt({ address, relayed: destination === 'relayed' }))
}
