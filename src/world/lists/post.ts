import { concatBytes, utf8 } from '../../core/bytes.ts'
import { domainOf } from '../../core/domain.ts'
import { randomId } from '../../core/random.ts'
import { fieldNamed } from '../../message/field.ts'
import { parseMessage } from '../../message/parse.ts'
import { deliver } from '../deliver.ts'
import { domainsOf, isOf } from '../domains.ts'
import { listStateOf } from '../host-state.ts'
import type { Internet } from '../internet.ts'
import type { QueuedMessage, QueuedRecipient } from '../outbox/queued-message.ts'
import type { Reported } from '../outbox/report.ts'
import type { Accepted } from '../receiving/accepted.ts'
import { wasAt } from '../receiving/hops.ts'
import { queuedOf } from '../receiving/queued-of.ts'
import { ID_LENGTH } from '../receiving/receiver.ts'
import { seal } from '../receiving/seal.ts'
import type { HostSpec, MailingListSpec } from '../spec.ts'
import { signFor } from '../write-mail.ts'
import { contextOf, decideList } from './decide.ts'
import { fromOf } from './from-policy.ts'
import { leaveToken } from './leave-token.ts'
import { bounceAddress } from './list-address.ts'
import { authorOf, copyFor, rewritePost, wasOnList } from './rewrite-post.ts'

/** Who gets the posts of a list now. */
export function membersOf(net: Internet, host: HostSpec, list: MailingListSpec): string[] {
  const { gone } = listStateOf(net.stateOf(host.name), list.address)
  return list.members.filter((member) => !gone.has(member.toLowerCase()))
}

/**
 * A post to a list (RFC 5321 §3.9.2): each member gets a copy of its own, whose reverse-path is the list’s,
 * so that bounces go to the list and never to the author.
 * @returns What is to be reported to the author.
 */
export async function postToList(
  accepted: Accepted,
  recipient: QueuedRecipient,
  list: MailingListSpec,
): Promise<readonly Reported[]> {
  const { net, receiver, incoming, receipt } = accepted
  const against = objection(accepted, list)
  if (against) {
    decideList(contextOf(accepted), against.action, against.subject, against.reason, against.source)
    if (against.action === 'held')
      listStateOf(net.stateOf(receiver.host.name), list.address).held.add(receipt.id)
    return against.status === undefined
      ? []
      : [{ ...failed(recipient, against.status), reason: against.reason }]
  }
  const from = await fromOf(contextOf(accepted), list, incoming.message)
  const { bytes, changes } = rewritePost(incoming.message, list, from)
  const members = membersOf(net, receiver.host, list)
  const copies: Copy[] = []
  for (const member of members) copies.push(await copy(accepted, list, bytes, member))
  const sealed = copies.some(({ isSealed }) => isSealed) ? ['seal'] : []
  net.emit({
    ...{ type: 'expanded', host: receiver.host.name, connection: receiver.connection },
    ...{ queueId: receipt.id, address: list.address, as: 'list', to: members },
    from: { before: incoming.envelope.from, after: bounceAddress(list, 'member@its.domain') },
    changes: [...changes, 'List-* fields', ...sealed],
  })
  for (const { message } of copies) sendCopy(accepted, message)
  // RFC 3461 §5.2.7.1: with the list, it has arrived.
  return recipient.notify?.includes('SUCCESS')
    ? [{ queued: recipient, recipient: recipient.address, action: 'delivered', status: '2.0.0' }]
    : []
}

const failed = (queued: QueuedRecipient, status: string): Reported => ({
  ...{ queued, recipient: queued.address, action: 'failed', status },
})

export interface Objection {
  readonly action: 'held' | 'refused' | 'dropped'
  readonly subject: string
  readonly reason: string
  /** An enhanced status code, where the author is to know. */
  readonly status?: string
  readonly source?: { readonly rfc: number; readonly section: string }
}

/** Why a post does not go to a list’s members. */
export function objection(
  { incoming }: Pick<Accepted, 'incoming'>,
  list: MailingListSpec,
): Objection | undefined {
  const { envelope, message } = incoming
  const subject = authorOf(message)?.address ?? envelope.from
  if (wasAt(message, list.address) || wasOnList(message, list))
    return {
      ...{ action: 'refused', subject, status: '5.4.6' },
      reason: `It was on ${list.address} before: a message would go round for ever.`,
    }
  const isByMachine = /^\s*auto-/i.test(
    fieldNamed(parseMessage(message), 'Auto-Submitted')?.value ?? '',
  )
  if (envelope.from === '' || isByMachine)
    return {
      ...{ action: 'dropped', subject },
      reason: 'A machine wrote it, and the members of a list want to read people.',
    }
  const strangers = list.strangers ?? 'held'
  const isMember = list.members.some((one) => one.toLowerCase() === subject.toLowerCase())
  if (isMember || strangers === 'accepted') return undefined
  return strangers === 'held'
    ? { action: 'held', subject, reason: `It is no member of ${list.address}: its owner decides.` }
    : {
        ...{ action: 'refused', subject, status: '5.7.1' },
        reason: `Only members may write to ${list.address}.`,
      }
}

interface Copy {
  readonly message: QueuedMessage
  readonly isSealed: boolean
}

/** Signed last but one, and sealed last: both must cover what the list changed. */
async function copy(
  accepted: Accepted,
  list: MailingListSpec,
  post: Uint8Array,
  member: string,
): Promise<Copy> {
  const { net, receiver, incoming, receipt, examined } = accepted
  const { host } = receiver
  const domain = domainOf(list.address)
  const message = await signFor(
    net,
    host,
    domain,
    copyFor(post, list, member, leaveToken(net, host, list, member)),
  )
  const queued = queuedOf(
    receiver,
    { ...incoming, message },
    { ...receipt, deliveredTo: list.address },
  )
  const sealed =
    list.seal && examined
      ? await seal(net, host, domain, queued.bytes, {
          ...{ results: examined.results, chainStatus: examined.arc?.status ?? 'none' },
        })
      : undefined
  return {
    isSealed: sealed !== undefined,
    message: {
      ...queued,
      id: randomId(net.random, ID_LENGTH),
      from: bounceAddress(list, member),
      to: [{ address: member }],
      bytes: sealed ?? queued.bytes,
      parameters: {},
    },
  }
}

/** A member of this very host needs no connection. */
function sendCopy({ net, receiver, stored }: Accepted, message: QueuedMessage): void {
  const { host, connection } = receiver
  const domains = domainsOf(host)
  const { address } = message.to[0]!
  if (!isOf(domains, address) || !net.mailboxes.receiving(address, domains))
    return net.dispatch(message)
  const envelope = { ...stored.envelope, from: message.from, to: [address] }
  deliver(net, {
    ...{ domains, address, connection },
    message: {
      ...{ id: message.id, at: stored.at, folder: stored.folder, reason: stored.reason, envelope },
      bytes: concatBytes([utf8(`Return-Path: <${message.from}>\r\n`), message.bytes]),
    },
  })
}

/** Whether an address is a list’s that refuses this post: then the session itself can refuse it. */
export const refusesPost = (
  accepted: Pick<Accepted, 'incoming'>,
  list: MailingListSpec,
): Objection | undefined => {
  const against = objection(accepted, list)
  return against?.status === undefined ? undefined : against
}
