import { fromLatin1 } from '../core/bytes.ts'
import { domainOf } from '../core/domain.ts'
import { randomId } from '../core/random.ts'
import { span } from '../core/span.ts'
import type { Authentication } from '../auth/authenticate.ts'
import { fieldsNamed } from '../message/field.ts'
import { headerOctets } from '../message/header-octets.ts'
import { readFields } from '../message/read-fields.ts'
import type { DeliverEffect, OneVerdict, Verdict } from '../protocols/smtp/server/session.ts'
import { storedForm } from '../protocols/store/stored-form.ts'
import { deliver } from './deliver.ts'
import { dispositionOf, unauthenticated, type Disposition } from './disposition.ts'
import { isOf } from './domains.ts'
import type { StoredMessage } from './stored-message.ts'
import type { Internet } from './internet.ts'
import { judgeMessage, type Judgement } from './judgement.ts'
import type { QueuedRecipient, QueuedMessage } from './outbox/queued-message.ts'
import { reportOn, type Reported } from './outbox/report.ts'
import type { HostSpec, SmtpServiceSpec } from './spec.ts'
import { withTraceFields, type Receipt } from './trace-fields.ts'

export interface Receiver {
  readonly host: HostSpec
  readonly service: Pick<SmtpServiceSpec, 'domains' | 'authenticates' | 'dmarc' | 'distrusts'>
  readonly connection: number
  /** Whether the client gets a reply for each recipient (LMTP), or one for all. */
  readonly replies: 'each' | 'once'
}

type Incoming = Pick<DeliverEffect, 'envelope' | 'message'>

/** Digits of a queue id. */
const ID_LENGTH = 11

/** A host accepts a message: authenticates it, delivers it to its mailboxes, and relays the rest. */
export async function acceptMessage(
  net: Internet,
  receiver: Receiver,
  incoming: Incoming,
): Promise<Verdict> {
  const { envelope, message } = incoming
  if (hopsOf(message) > MAX_HOPS) return tooManyHops(net, receiver)
  const judgement = await judge(net, receiver, incoming)
  const authentication = judgement?.authentication
  const disposition = authentication
    ? dispositionOf(authentication, receiver.service, envelope.ip)
    : unauthenticated
  if (disposition.action === 'reject') return reject(net, receiver, disposition, authentication)
  const receipt: Receipt = {
    envelope: { from: envelope.from, to: envelope.to, helo: envelope.helo, ip: envelope.ip },
    by: receiver.host.name,
    protocol: envelope.protocol,
    id: randomId(net.random, ID_LENGTH),
    at: net.clock.now(),
    ...(authentication && { authenticationResults: authentication.header }),
  }
  const text = storable(incoming)
  const bytes = withTraceFields(text, receipt, 'final')
  const { id, at } = receipt
  const { action: folder, reason } = disposition
  const arrived = { id, at, folder, reason, envelope: receipt.envelope, bytes }
  // Nearly all messages are stored as they came, and need not be kept twice.
  const judged = text === message ? bytes.subarray(bytes.length - text.length) : message
  const stored = judgement ? withJudgement(arrived, judgement.again(judged)) : arrived
  const full = deliverHere(net, receiver, incoming, stored)
  if (full.size < envelope.to.length) relay(net, receiver, { incoming, receipt, full })
  return verdictOn(incoming, receipt, full)
}

/** The verdict of what is stored is worked out when somebody looks at it. */
const withJudgement = (
  { id, at, folder, reason, envelope, bytes }: StoredMessage,
  read: () => Authentication,
): StoredMessage => ({
  ...{ id, at, folder, reason, envelope, bytes },
  get authentication() {
    return read()
  },
})

const storable = ({ envelope, message }: Incoming): Uint8Array =>
  envelope.parameters.body === 'BINARYMIME' ? message : storedForm(message)

/** @returns Recipients whose mailbox has no room. */
function deliverHere(
  net: Internet,
  receiver: Receiver,
  { envelope }: Incoming,
  message: StoredMessage,
): ReadonlySet<string> {
  const { connection, service } = receiver
  const { domains } = service
  const here = envelope.to.filter((address) => isLocal(receiver, address))
  return new Set(
    here.filter((address) => deliver(net, { domains, address, message, connection }) !== undefined),
  )
}

/** The client may try again when there is room (RFC 3463 §3.3, X.2.2). */
const MAILBOX_FULL: OneVerdict = {
  accepted: false,
  code: 452,
  enhanced: '4.2.2',
  text: 'The mailbox is full',
}

function verdictOn({ envelope }: Incoming, { id }: Receipt, full: ReadonlySet<string>): Verdict {
  const queued: OneVerdict = { accepted: true, queueId: id }
  if (full.size === 0) return queued
  return {
    accepted: 'each',
    verdicts: envelope.to.map((address) => (full.has(address) ? MAILBOX_FULL : queued)),
  }
}

interface Received {
  readonly incoming: Incoming
  readonly receipt: Receipt
  readonly full: ReadonlySet<string>
}

/** Relays what is for others, and reports on what is for this host where somebody asked for it. */
function relay(net: Internet, receiver: Receiver, { incoming, receipt, full }: Received): void {
  const { envelope } = incoming
  const recipients = envelope.to.map((address, at) => ({ address, ...envelope.recipients[at] }))
  const others = recipients.filter(({ address }) => !isLocal(receiver, address))
  if (others.length) net.dispatch({ ...queuedOf(receiver, incoming, receipt), to: others })
  const here = recipients.filter(({ address }) => isLocal(receiver, address))
  const wanted = here.filter(
    ({ address, notify }) => !full.has(address) && notify?.includes('SUCCESS'),
  )
  // The one reply to all recipients reported that the message was accepted.
  const lost = receiver.replies === 'once' ? here.filter(({ address }) => full.has(address)) : []
  for (const { address } of lost)
    net.emit({
      ...{ type: 'undeliverable', host: receiver.host.name, queueId: receipt.id },
      ...{ recipient: address, reason: FULL },
    })
  const reports = [...lost.map(failed), ...wanted.map(delivered)]
  if (reports.length === 0) return
  const queued = queuedOf(receiver, incoming, receipt)
  net.inTurn(() => reportOn(net, queued, reports))
}

function queuedOf(
  { host, connection }: Receiver,
  { envelope, message }: Incoming,
  receipt: Receipt,
): QueuedMessage {
  const { ret, envid, requireTls, body } = envelope.parameters
  return {
    id: receipt.id,
    host,
    helo: host.name,
    from: envelope.from,
    to: [],
    bytes: withTraceFields(message, receipt, 'relay'),
    parameters: {
      ...(ret && { ret }),
      ...(envid !== undefined && { envid }),
      ...(requireTls && { requireTls }),
      ...(body && { body }),
    },
    arrivedAt: receipt.at,
    receivedFrom: { helo: envelope.helo, ip: envelope.ip },
    cause: connection,
  }
}

/** RFC 3461 §5.2.3 */
const delivered = (queued: QueuedRecipient): Reported => ({
  queued,
  recipient: queued.address,
  action: 'delivered',
  status: '2.0.0',
})

const FULL = 'The mailbox is full.'

const failed = (queued: QueuedRecipient): Reported => ({
  queued,
  recipient: queued.address,
  action: 'failed',
  status: '5.2.2',
})

/** Received fields that a message may have (RFC 5321 §6.3 wants at least 100). */
const MAX_HOPS = 100

function hopsOf(message: Uint8Array): number {
  const header = fromLatin1(headerOctets(message))
  return fieldsNamed(readFields(header, span(0, header.length)), 'Received').length
}

function tooManyHops(net: Internet, { connection }: Receiver): Verdict {
  const text = 'Too many hops: this message goes round in circles'
  net.emit({ type: 'rejected', connection, code: 554, text })
  return { accepted: false, code: 554, enhanced: '5.4.6', text }
}

const isLocal = ({ service }: Receiver, address: string): boolean =>
  domainOf(address) === 'postmaster' || isOf(service.domains, address)

/** @returns `undefined` where the host does not authenticate, or the message is for others alone. */
async function judge(
  net: Internet,
  receiver: Receiver,
  { envelope, message }: Incoming,
): Promise<Judgement | undefined> {
  const { host, service, connection } = receiver
  if (!service.authenticates || !envelope.to.some((address) => isLocal(receiver, address)))
    return undefined
  const { ip, helo, from } = envelope
  const now = net.clock.now()
  return judgeMessage(
    net,
    { host: host.name, connection },
    {
      ...{ ip, helo, mailFrom: from, message, now, authservId: host.name },
    },
  )
}

function reject(
  net: Internet,
  { connection }: Receiver,
  { reason }: Disposition,
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
