import { runAsync } from '../core/effects.ts'
import { fromLatin1 } from '../core/bytes.ts'
import { domainOf } from '../core/domain.ts'
import { randomId } from '../core/random.ts'
import { span } from '../core/span.ts'
import { authenticate, type Authentication } from '../auth/authenticate.ts'
import { fieldsNamed } from '../message/field.ts'
import { readFields } from '../message/read-fields.ts'
import type { DeliverEffect, Verdict } from '../protocols/smtp/server/session.ts'
import type { Envelope, StoredMessage } from './events.ts'
import { answersOn, type Internet } from './internet.ts'
import type { Addressee, Letter } from './outbox/letter.ts'
import { reportOn, type Reported } from './outbox/report.ts'
import { placeMessage, type Placement } from './place.ts'
import type { HostSpec, SmtpServiceSpec } from './spec.ts'
import { storeFor } from './store-message.ts'
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
  if (hopsOf(message) > MAX_HOPS) return tooManyHops(net, receiver)
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
  const domains = receiver.service.domains
  for (const address of local) storeFor(net, domains, address, stored, receiver.connection)
  passOn(net, receiver, { envelope, message }, receipt)
  return { accepted: true, queueId: id }
}

/** What is for others is sent on, and who wants to hear of what is here now is told. */
function passOn(
  net: Internet,
  receiver: Receiver,
  { envelope, message }: Pick<DeliverEffect, 'envelope' | 'message'>,
  receipt: Receipt,
): void {
  const addressees = envelope.to.map((address, at) => ({ address, ...envelope.recipients[at] }))
  const { ret, envid, requireTls, body } = envelope.parameters
  const letter: Letter = {
    id: receipt.id,
    host: receiver.host,
    helo: receiver.host.name,
    from: envelope.from,
    to: addressees.filter(({ address }) => !isLocal(receiver, address)),
    bytes: withTraceFields(message, receipt, 'relay'),
    parameters: {
      ...(ret && { ret }),
      ...(envid !== undefined && { envid }),
      ...(requireTls && { requireTls }),
      ...(body && { body }),
    },
    arrivedAt: receipt.at,
    receivedFrom: { helo: envelope.helo, ip: envelope.ip },
    cause: receiver.connection,
  }
  if (letter.to.length) net.dispatch(letter)
  const here = addressees.filter(
    ({ address, notify }) => isLocal(receiver, address) && notify?.includes('SUCCESS'),
  )
  if (here.length) net.inTurn(() => reportOn(net, letter, here.map(delivered)))
}

/** RFC 3461 §5.2.3 */
const delivered = (addressee: Addressee): Reported => ({
  addressee,
  recipient: addressee.address,
  action: 'delivered',
  status: '2.0.0',
})

/** Received fields that a message may have (RFC 5321 §6.3 wants at least 100). */
const MAX_HOPS = 100

const hopsOf = (message: Uint8Array): number =>
  fieldsNamed(readFields(fromLatin1(message), span(0, message.length)), 'Received').length

function tooManyHops(net: Internet, { connection }: Receiver): Verdict {
  const text = 'Too many hops: this message goes round in circles'
  net.emit({ type: 'rejected', connection, code: 554, text })
  return { accepted: false, code: 554, enhanced: '5.4.6', text }
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
  runAsync(
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
