import {
  defineCommand,
  go,
  stay,
  type Answer,
  type Command,
  type Tools,
} from '../server/command.ts'
import { countAccepted, isOver } from '../server/counters.ts'
import { isQualified } from '../wire/domains.ts'
import { offeredFor } from '../server/extensions.ts'
import { RCPT_LINE_EXTRA } from '../limits.ts'
import { readRcptParameters, type RcptParameters } from '../parameters/rcpt.ts'
import { needsUtf8, readPathArgument, type PathForm } from '../server/path-argument.ts'
import { addressOf, mailboxKey, type Mailbox } from '../wire/paths.ts'
import { isGreylisted } from '../policies/greylisting.ts'
import { isTooOften } from '../policies/rates.ts'
import type { Reply } from '../wire/reply.ts'
import { destinationOf, mayRelay, recipientOf } from '../server/routing.ts'
import { toRcpt, type Mail, type Rcpt } from '../server/session.ts'

const form: PathForm = {
  keyword: 'TO',
  opening: /^TO:(\s*)/i,
  example: 'RCPT TO:<bob@example.org>',
  bad: 'badRecipient',
}

export const rcpt: Command = defineCommand({
  verb: 'RCPT',
  syntax: 'RCPT TO:<forward-path> [parameters]',
  about: 'Names a recipient; say it once for each',
  source: { rfc: 5321, section: '4.1.1.3' },
  allowedIn: ['mail', 'rcpt'],
  elsewhere: { connected: 'needMail', greeted: 'needMail', chunks: 'inChunks' },
  login: 'needed',
  counter: 'recipients',
  argument: 'utf8',
  extraOctets: RCPT_LINE_EXTRA,
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
    const understood = readRcptParameters(read.parameters, offeredFor(session, read.parameters))
    if (!understood.ok) {
      const { kind, parameter, problem } = understood
      const refuse = kind === 'unknown' ? say.unknownParameter : say.badParameter
      return stay(session, refuse({ ...parameter, because: problem.message }), problem)
    }
    if (needsUtf8(read.path) && !session.sender.parameters.smtputf8)
      return stay(session, say.rcptNeedsUtf8({}))
    return judge(session, recipient, understood.parameters, say)
  },
})

/** Takes the recipient if there is room for one more, and mail for it goes anywhere from here. */
function judge(
  session: Mail | Rcpt,
  recipient: Mailbox,
  parameters: RcptParameters,
  say: Tools['say'],
): Answer {
  const to = session.phase === 'rcpt' ? session.to : []
  const limit = session.host.maxRecipients
  if (isOver(session, 'recipients', limit)) return stay(session, say.tooManyRecipients({ limit }))
  const address = addressOf(recipient)
  const destination = destinationOf(session, recipient)
  if (destination === 'unknown') return stay(session, say.userUnknown({ address }))
  if (destination === 'denied') return stay(session, say.relayDenied({ address }))
  const refusal = refusalOf(session, recipient, say)
  if (refusal) return stay(session, refusal)
  const key = mailboxKey(recipient)
  // Said twice, it is still delivered once; but LMTP answers each time (RFC 2033 §4.2).
  const known = session.host.role !== 'lmtp' && to.some((other) => other.key === key)
  const counted = known ? session : countAccepted(session, 'recipients')
  const next = toRcpt(counted, known ? to : [...to, { address, key, parameters }])
  return go(next, say.rcpt({ address, relayed: destination === 'relayed' }))
}

/** What the host's policies have against this recipient, from this client, now. */
function refusalOf(session: Mail | Rcpt, recipient: Mailbox, say: Tools['say']): Reply | undefined {
  const { host, peer, memory, user, clock, sender } = session
  const now = clock.now ?? 0
  const address = addressOf(recipient)
  if (host.role === 'submission' && !isQualified(recipient.domain))
    return say.recipientNotQualified({ address })
  if (isTooOften(host.rates, memory, peer.address, 'recipients', now))
    return say.tooManyRecipientsFrom({ address: peer.address })
  if (!host.greylisting || user || mayRelay(host, peer)) return undefined
  const triplet = { client: peer.address, sender: sender.from, recipient: address }
  return isGreylisted(host.greylisting, memory, triplet, now)
    ? say.greylisted({ address })
    : undefined
}
