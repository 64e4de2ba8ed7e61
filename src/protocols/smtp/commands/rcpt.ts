import {
  defineCommand,
  go,
  stay,
  type Answer,
  type Command,
  type Tools,
} from '../server/command.ts'
import { consult } from '../server/consult.ts'
import { countAccepted, isOver } from '../server/counters.ts'
import { isQualified } from '../wire/domains.ts'
import { offeredFor } from '../server/extensions.ts'
import { RCPT_LINE_EXTRA } from '../limits.ts'
import { readLenientRcpt } from '../parameters/lenient.ts'
import { needsLogin } from '../server/preconditions.ts'
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
  about: 'Names a recipient; once for each',
  source: { rfc: 5321, section: '4.1.1.3' },
  allowedIn: ['mail', 'rcpt'],
  outOfOrder: { connected: 'needMail', greeted: 'needMail', chunks: 'inChunks' },
  login: 'needed',
  counter: 'recipients',
  argument: 'utf8',
  extraOctets: RCPT_LINE_EXTRA,
  run(session, argument, tools) {
    const { replies, policies } = tools
    const utf8 = session.sender.parameters.smtputf8 ? 'declared' : 'not-declared'
    const read = readPathArgument(rcpt, form, session, argument, tools, utf8)
    if (!read.ok) return read.answer
    const recipient = recipientOf(session.host, read.path)
    if (!recipient)
      return stay(
        session,
        replies.badRecipient({
          because: 'Only a sender can be `<>`; a recipient needs an address',
        }),
      )
    const understood =
      policies.parameters === 'lenient'
        ? readLenientRcpt(argument, read.end)
        : readRcptParameters(read.parameters, offeredFor(session, read.parameters))
    if (!understood.ok) {
      const { kind, parameter, problem } = understood
      const refuse = kind === 'unknown' ? replies.unknownParameter : replies.badParameter
      return stay(session, refuse({ ...parameter, because: problem.message }), problem)
    }
    if (policies.addresses === 'strict' && needsUtf8(read.path) && utf8 === 'not-declared')
      return stay(session, replies.rcptNeedsUtf8({}))
    return judge(session, recipient, understood.parameters, tools)
  },
})

/** Takes the recipient if there is room for one more, and mail for it goes anywhere from here. */
function judge(
  session: Mail | Rcpt,
  recipient: Mailbox,
  parameters: RcptParameters,
  { replies, policies }: Tools,
): Answer {
  const to = session.phase === 'rcpt' ? session.to : []
  const limit = session.host.maxRecipients
  if (isOver(session, 'recipients', limit))
    return stay(session, replies.tooManyRecipients({ limit }))
  const address = addressOf(recipient)
  const shown = recipient.shown ?? address
  const destination = destinationOf(session, recipient)
  if (policies.login === 'at-rcpt' && needsLogin(session))
    return stay(session, replies.loginFirst({ command: rcpt, address: shown }))
  if (destination === 'unknown') return stay(session, replies.userUnknown({ address: shown }))
  if (destination === 'denied') return stay(session, replies.relayDenied({ address: shown }))
  const refusal = refusalOf(session, recipient, replies)
  if (refusal) return stay(session, refusal)
  const key = mailboxKey(recipient)
  // Named twice, it is still delivered once; but LMTP answers each time (RFC 2033 §4.2).
  const known = session.host.role !== 'lmtp' && to.some((other) => other.key === key)
  const counters = known ? session.counters : countAccepted(session, 'recipients')
  const next = toRcpt(session, known ? to : [...to, { address, key, parameters }], counters)
  return go(next, replies.rcpt({ address, relayed: destination === 'relayed' }))
}

/** What the host's policies have against this recipient, from this client, now. */
function refusalOf(
  session: Mail | Rcpt,
  recipient: Mailbox,
  replies: Tools['replies'],
): Reply | undefined {
  const { host, peer, memory, user, clock, sender } = session
  const now = clock.now ?? 0
  const address = addressOf(recipient)
  if (host.role === 'submission' && !isQualified(recipient.domain))
    return replies.recipientNotQualified({ address })
  if (isTooOften(host.rates, memory, peer.address, 'recipients', now))
    return replies.tooManyRecipientsFrom({ address: peer.address })
  const against = consult(session, sender.from, address)
  if (against) return against
  if (!host.greylisting || user || mayRelay(host, peer)) return undefined
  const triplet = { client: peer.address, sender: sender.from, recipient: address }
  return isGreylisted(host.greylisting, memory, triplet, now)
    ? replies.greylisted({ address })
    : undefined
}
