import type { Authentication } from '../auth/authenticate.ts'
import { randomId } from '../core/random.ts'
import { withoutFields } from '../message/changes/edit.ts'
import type { Verdict } from '../protocols/smtp/server/session.ts'
import { storedForm } from '../protocols/store/stored-form.ts'
import type { Disposition } from './disposition.ts'
import type { Internet } from './internet.ts'
import type { Judgement } from './judgement.ts'
import { changeMessage } from './receiving/change-message.ts'
import { decide, type Decided } from './receiving/decide.ts'
import { distribute } from './receiving/distribute.ts'
import { examine, type Examined } from './receiving/examine.ts'
import { findLogo, isLogoField, type FoundLogo } from './receiving/logo.ts'
import { hopsOf, MAX_HOPS } from './receiving/hops.ts'
import { withoutForgedResults } from './receiving/without-forged-results.ts'
import { ID_LENGTH, type Incoming, type Receiver } from './receiving/receiver.ts'
import { observe } from './reports/observe.ts'
import { noteAccepted } from './reputation/note-sender.ts'
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
  const examining = examine(net, receiver, came)
  const examined = examining instanceof Promise ? await examining : examining
  const disposition = decide(net, receiver, came, examined)
  observe(net, receiver, came, examined, disposition)
  if (disposition.action === 'reject')
    return reject(net, receiver, disposition, examined?.judgement.authentication)
  noteAccepted(net, receiver, came)
  const logo = await findLogo(net, receiver, came, examined, disposition)
  const own = withoutForeign(came, host.name, examined, logo)
  const incoming = changed(own, service.gateway?.afterCheck)
  const { envelope } = incoming
  const receipt: Receipt = {
    envelope: { from: envelope.from, to: envelope.to, helo: envelope.helo, ip: envelope.ip },
    by: host.name,
    zone: host.zone,
    protocol: envelope.protocol,
    id: randomId(net.random, ID_LENGTH),
    at: net.clock.now(),
    ...(examined && { authenticationResults: joined(examined.results, logo?.result) }),
    ...(logo && { logo: logo.fields }),
  }
  const text = storable(incoming)
  const stored = storedOf({ receipt, text, disposition }, came, examined?.judgement)
  const { basis } = disposition
  return distribute({ net, receiver, incoming, receipt, examined, stored, text, basis })
}

/** What only this host may state, others may have written. */
function withoutForeign(
  came: Incoming,
  host: string,
  examined: Examined | undefined,
  logo: FoundLogo | undefined,
): Incoming {
  const own = examined ? withoutForgedResults(came, host) : came
  if (!logo) return own
  const message = withoutFields(own.message, isLogoField)
  return message === own.message ? own : { ...own, message }
}

const joined = (results: string, more: string | undefined): string =>
  more === undefined ? results : `${results}; ${more}`

const changed = (incoming: Incoming, changes: Parameters<typeof changeMessage>[1]): Incoming =>
  changes?.length ? { ...incoming, message: changeMessage(incoming.message, changes) } : incoming

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
  if (!judgement) return arrived
  if (!judgement.isCommon) return withJudgement(arrived, judgement.again(judged))
  const { reason } = disposition
  const { authentication } = judgement
  return { id, at, folder, reason, envelope, bytes, authentication }
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

const storable = ({ envelope, message, storable: known }: Incoming): Uint8Array =>
  known === message || envelope.parameters.body === 'BINARYMIME' ? message : storedForm(message)

/** No setting: every server counts (RFC 5321 §6.3). */
const TOO_MANY_HOPS = { setting: 'smtp', source: { rfc: 5321, section: '6.3' } } as const

function tooManyHops(net: Internet, { connection }: Receiver): Verdict {
  const text = 'Too many hops: this message goes round in circles'
  net.emit({ type: 'rejected', connection, code: 554, text, basis: TOO_MANY_HOPS })
  return { accepted: false, code: 554, enhanced: '5.4.6', text }
}

function reject(
  net: Internet,
  { connection }: Receiver,
  { reason, reply, basis }: Decided,
  authentication: Authentication | undefined,
): Verdict {
  const { code, enhanced, text } = reply ?? { code: 550, enhanced: '5.7.1', text: reason }
  net.emit({
    ...{ type: 'rejected', connection, code, text, basis },
    ...(authentication && { authentication }),
  })
  return { accepted: false, code, enhanced, text }
}
