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
import { MAIL_LINE_EXTRA } from '../limits.ts'
import { readLenientMail } from '../parameters/lenient.ts'
import { readMailParameters, type MailParameters } from '../parameters/mail.ts'
import { needsUtf8, readPathArgument, type PathForm } from '../server/path-argument.ts'
import { addressKey, addressOf, mailboxKey, type Mailbox, type Path } from '../wire/paths.ts'
import { isTooOften } from '../policies/rates.ts'
import type { Reply } from '../wire/reply.ts'
import { closed, toMail, type Greeted } from '../server/session.ts'

const form: PathForm = {
  keyword: 'FROM',
  opening: /^FROM:(\s*)/i,
  example: 'MAIL FROM:<you@example.net>',
  bad: 'badSender',
}

export const mail: Command = defineCommand({
  verb: 'MAIL',
  syntax: 'MAIL FROM:<reverse-path> [parameters]',
  about: 'Begins a transaction: names who gets the report if delivery fails',
  source: { rfc: 5321, section: '4.1.1.2' },
  allowedIn: ['greeted'],
  // §4.1.4: a transaction must end before the next begins.
  outOfOrder: {
    connected: 'helloFirst',
    mail: 'nestedMail',
    rcpt: 'nestedMail',
    chunks: 'nestedMail',
  },
  login: 'needed',
  counter: 'messages',
  argument: 'utf8',
  extraOctets: MAIL_LINE_EXTRA,
  run(session, argument, tools) {
    const utf8 = /\sSMTPUTF8(?:\s|$)/i.test(argument) ? 'declared' : 'not-declared'
    const read = readPathArgument(mail, form, session, argument, tools, utf8)
    if (!read.ok) return read.answer
    const understood =
      tools.policies.parameters === 'lenient'
        ? readLenientMail(argument, read.end)
        : readMailParameters(read.parameters, offeredFor(session, read.parameters))
    if (understood.ok) return begin(session, read.path, understood.parameters, tools)
    const { kind, parameter, problem } = understood
    const refuse = kind === 'unknown' ? tools.replies.unknownParameter : tools.replies.badParameter
    return stay(session, refuse({ ...parameter, because: problem.message }), problem)
  },
})

function begin(
  session: Greeted,
  path: Path,
  parameters: MailParameters,
  { replies, policies }: Tools,
): Answer {
  // Only a recipient may be `<Postmaster>` (§4.1.1.3).
  if (path.kind === 'postmaster')
    return stay(session, replies.badSender({ because: 'A sender needs an `@` and a domain' }))
  // RFC 6531 §3.5: 550 for MAIL, 553 for RCPT.
  if (policies.addresses === 'strict' && needsUtf8(path) && !parameters.smtputf8)
    return stay(session, replies.mailNeedsUtf8({}))
  const limit = session.host.maxSize
  if (limit > 0 && (parameters.size ?? 0) > limit)
    return stay(session, replies.declaredTooLarge({ limit }))
  const { host } = session
  // RFC 9422 §4.1.
  if (host.maxMessages > 0 && isOver(session, 'messages', host.maxMessages))
    return go(closed, replies.tooManyMessages({ host: host.name }))
  const refusal = refusalOf(session, path.kind === 'null' ? undefined : path.mailbox, replies)
  if (refusal) return stay(session, refusal)
  const from = path.kind === 'null' ? '' : addressOf(path.mailbox)
  const against = consult(session, from)
  if (against) return stay(session, against)
  const next = toMail(session, { from, parameters }, countAccepted(session, 'messages'))
  return go(next, replies.mail({ address: from }))
}

/** What the host's policies have against this sender. */
function refusalOf(
  { host, peer, memory, user, clock }: Greeted,
  mailbox: Mailbox | undefined,
  replies: Tools['replies'],
): Reply | undefined {
  const { address } = peer
  if (isTooOften(host.rates, memory, address, 'messages', clock.now ?? 0))
    return replies.tooMuchMail({ address })
  if (!mailbox || host.role !== 'submission') return undefined
  const from = addressOf(mailbox)
  if (!isQualified(mailbox.domain)) return replies.senderNotQualified({ address: from })
  // RFC 6409 §6.1.
  const theirs = user?.address ?? user?.login
  const isTheirs = theirs === undefined || addressKey(theirs) === mailboxKey(mailbox)
  return host.senders === 'any' || isTheirs
    ? undefined
    : replies.notYourAddress({ address: from, user: user!.login })
}
