import { answerLater } from '../core/ask.ts'
import { domainOf } from '../core/domain.ts'
import { randomId } from '../core/random.ts'
import { authenticate, type Authentication } from '../auth/authenticate.ts'
import type { DeliverEffect, Verdict } from '../protocols/smtp/session.ts'
import type { Envelope, StoredMessage } from './events.ts'
import { answersOn, type Internet, type MailboxStore } from './internet.ts'
import { placeMessage, type Placement } from './place.ts'
import type { HostSpec, SmtpServiceSpec } from './spec.ts'
import { withTraceFields, type Receipt } from './trace-fields.ts'

export interface Receiver {
  readonly host: HostSpec
  readonly service: SmtpServiceSpec
  readonly connection: number
}

/** Digits of a queue id. */
const ID_LENGTH = 11

/** A host takes a message: judges it, stores it in its mailboxes, and passes on what is for others. */
export async function acceptMessage(
  net: Internet,
  receiver: Receiver,
  { envelope, message }: DeliverEffect,
): Promise<Verdict> {
  const local = envelope.to.filter((address) => isLocal(receiver, address))
  const authentication =
    receiver.service.authenticates && local.length
      ? await judge(net, receiver, envelope, message)
      : undefined
  const placement = authentication ? placeMessage(authentication) : unjudged
  if (placement.action === 'reject') return reject(net, receiver, placement, authentication)
  const id = randomId(net.random, ID_LENGTH)
  const receipt: Receipt = {
    envelope,
    by: receiver.host.name,
    protocol: envelope.protocol,
    id,
    at: net.clock.now(),
    ...(authentication && { authenticationResults: authentication.header }),
  }
  const stored: StoredMessage = {
    id,
    at: receipt.at,
    folder: placement.action,
    reason: placement.reason,
    envelope,
    bytes: withTraceFields(message, receipt, 'final'),
    ...(authentication && { authentication }),
  }
  for (const address of local) store(net, receiver, address, stored)
  const onwards = envelope.to.filter((address) => !local.includes(address))
  if (onwards.length)
    net.relay(receiver.host, {
      envelope: { ...envelope, to: onwards },
      bytes: withTraceFields(message, receipt, 'relay'),
      cause: receiver.connection,
    })
  return { accepted: true, queueId: id }
}

const unjudged: Placement = {
  action: 'inbox',
  reason: 'This host judges nothing: all that it accepts is delivered.',
}

const isLocal = ({ service }: Receiver, address: string): boolean =>
  domainOf(address) === 'postmaster' ||
  service.domains.some((domain) => domain.toLowerCase() === domainOf(address))

const judge = (
  net: Internet,
  { host }: Receiver,
  { helo, ip, from }: Envelope,
  message: Uint8Array,
): Promise<Authentication> =>
  answerLater(
    authenticate({
      ip,
      helo,
      mailFrom: from,
      message,
      now: net.clock.now(),
      authservId: host.name,
    }),
    answersOn(net, host.name),
  )

function reject(
  net: Internet,
  { connection }: Receiver,
  { reason }: Placement,
  authentication: Authentication | undefined,
): Verdict {
  net.emit({
    type: 'rejected',
    connection,
    code: 550,
    text: reason,
    ...(authentication && { authentication }),
  })
  return { accepted: false, code: 550, enhanced: '5.7.1', text: reason }
}

function store(
  net: Internet,
  { service, connection }: Receiver,
  address: string,
  message: StoredMessage,
): void {
  const mailbox = mailboxFor(net, service, address)
  if (!mailbox) return
  mailbox.messages.push(message)
  const account = net.store.open(mailbox.address)
  const folder = account.mailbox(message.folder === 'junk' ? 'Junk' : 'INBOX')
  folder?.append([{ bytes: message.bytes, internalDate: message.at }])
  net.emit({ type: 'delivered', connection, mailbox: mailbox.address, message })
}

/** Postmaster's mail goes to the first mailbox of the host, if it has none of its own (RFC 5321 §4.5.1). */
function mailboxFor(
  net: Internet,
  service: SmtpServiceSpec,
  address: string,
): MailboxStore | undefined {
  const wanted = address.toLowerCase()
  const exact = net.mailboxes.find((mailbox) => mailbox.address.toLowerCase() === wanted)
  if (exact || !wanted.startsWith('postmaster')) return exact
  return net.mailboxes.find((mailbox) =>
    service.domains.some((domain) => domain.toLowerCase() === domainOf(mailbox.address)),
  )
}
