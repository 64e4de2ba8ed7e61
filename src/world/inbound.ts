import type { Authentication } from '../auth/authenticate.ts'
import { randomId } from '../core/random.ts'
import type { Verdict } from '../protocols/smtp/server/session.ts'
import { storedForm } from '../protocols/store/stored-form.ts'
import { expand } from './addresses/expand.ts'
import { dispositionOf, unauthenticated, type Disposition } from './disposition.ts'
import type { Internet } from './internet.ts'
import type { Judgement } from './judgement.ts'
import { refusesPost } from './lists/post.ts'
import { changeMessage } from './receiving/change-message.ts'
import { distribute } from './receiving/distribute.ts'
import { examine, type Examined } from './receiving/examine.ts'
import { hopsOf, MAX_HOPS } from './receiving/hops.ts'
import { isLocal } from './receiving/is-local.ts'
import { ID_LENGTH, type Incoming, type Receiver } from './receiving/receiver.ts'
import { vouchedFor } from './receiving/vouched.ts'
import { refusalAtEnd } from './special/refuse.ts'
import type { StoredMessage } from './stored-message.ts'
import { withTraceFields, type Receipt } from './trace-fields.ts'

export type { Receiver } from './receiving/receiver.ts'

/** A host accepts a message: authenticates it, delivers it to its mailboxes, and sends on the rest. */
export async function acceptMessage(
  net: Internet,
  receiver: Receiver,
  given: Incoming,
): Promise<Verdict> {
  const { host, service } = receiver
  if (hopsOf(given.message) > MAX_HOPS) return tooManyHops(net, receiver)
  const wanted = refusalAtEnd(net, receiver, given)
  if (wanted) return wanted
  const came = changed(given, service.gateway?.beforeCheck)
  const examined = await examine(net, receiver, came)
  const disposition = decide(receiver, came, examined)
  const authentication = examined?.judgement.authentication
  if (disposition.action === 'reject') return reject(net, receiver, disposition, authentication)
  const against = refusedByAll(net, receiver, came, disposition)
  if (against) return reject(net, receiver, against, authentication)
  const incoming = changed(came, service.gateway?.afterCheck)
  const { envelope } = incoming
  const receipt: Receipt = {
    envelope: { from: envelope.from, to: envelope.to, helo: envelope.helo, ip: envelope.ip },
    by: host.name,
    protocol: envelope.protocol,
    id: randomId(net.random, ID_LENGTH),
    at: net.clock.now(),
    ...(examined && { authenticationResults: examined.results }),
  }
  const text = storable(incoming)
  const stored = storedOf({ receipt, text, disposition }, came, examined?.judgement)
  return distribute({ net, receiver, incoming, receipt, examined, stored, text })
}

const changed = (incoming: Incoming, changes: Parameters<typeof changeMessage>[1]): Incoming =>
  changes?.length ? { ...incoming, message: changeMessage(incoming.message, changes) } : incoming

function decide(
  { service }: Receiver,
  { envelope }: Incoming,
  examined: Examined | undefined,
): Disposition & { readonly action: 'inbox' | 'junk' | 'reject' } {
  if (!examined) return unauthenticated
  const vouched = service.trusts && vouchedFor(service.trusts, envelope.ip, examined.arc)
  return dispositionOf(examined.judgement.authentication, service, envelope.ip, vouched)
}

interface Kept {
  readonly receipt: Receipt
  readonly text: Uint8Array
  readonly disposition: Disposition
}

function storedOf(
  { receipt, text, disposition }: Kept,
  { message }: Incoming,
  judgement: Judgement | undefined,
): StoredMessage {
  const bytes = withTraceFields(text, receipt, 'final')
  const { id, at, envelope } = receipt
  const folder = disposition.action === 'junk' ? 'junk' : 'inbox'
  const arrived = { id, at, folder, reason: disposition.reason, envelope, bytes } as const
  // Nearly all messages are stored as they came, and need not be kept twice.
  const judged = text === message ? bytes.subarray(bytes.length - text.length) : message
  return judgement ? withJudgement(arrived, judgement.again(judged)) : arrived
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

/** Where no recipient wants a message, the session refuses it, and no report is needed. */
function refusedByAll(
  net: Internet,
  receiver: Receiver,
  incoming: Incoming,
  { action, reason }: Disposition,
): Refused | undefined {
  const { host } = receiver
  let first: Refused | undefined
  for (const address of incoming.envelope.to) {
    if (!isLocal(receiver, address)) return undefined
    const found = expand(net, host, address)
    const against =
      found.by === 'list' && found.list.purpose === 'post'
        ? refusesPost({ incoming }, found.list.list)
        : (found.by === 'alias' || found.by === 'catch-all') &&
            !found.mailboxes.length &&
            action === 'junk' &&
            host.forwarding?.junk === 'refused'
          ? { reason: `This host sends on no junk. ${reason}`, status: '5.7.1' }
          : undefined
    if (against?.status === undefined) return undefined
    first ??= { reason: against.reason, enhanced: against.status }
  }
  return first
}

interface Refused {
  readonly reason: string
  readonly enhanced?: string
}

function tooManyHops(net: Internet, { connection }: Receiver): Verdict {
  const text = 'Too many hops: this message goes round in circles'
  net.emit({ type: 'rejected', connection, code: 554, text })
  return { accepted: false, code: 554, enhanced: '5.4.6', text }
}

function reject(
  net: Internet,
  { connection }: Receiver,
  { reason, enhanced = '5.7.1' }: Refused,
  authentication: Authentication | undefined,
): Verdict {
  net.emit({
    type: 'rejected',
    connection,
    code: 550,
    text: reason,
    ...(authentication && { authentication }),
  })
  return { accepted: false, code: 550, enhanced, text: reason }
}
