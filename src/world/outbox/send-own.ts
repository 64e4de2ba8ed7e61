import { concatBytes, utf8 } from '../../core/bytes.ts'
import { randomId } from '../../core/random.ts'
import { expand } from '../addresses/expand.ts'
import { deliver } from '../deliver.ts'
import { domainsOf, isOf } from '../domains.ts'
import type { Internet } from '../internet.ts'
import { noteBounce } from '../lists/bounces.ts'
import { noteBounceOf, noteComplaint } from '../sending/suppress.ts'
import type { HostSpec } from '../spec.ts'

/** A message that a host wrote itself, with the null reverse-path: it gets no answer (RFC 5321 §4.5.5). */
export interface OwnMessage {
  readonly to: string
  /** The reverse-path of one that may come back; the null one by default. */
  readonly from?: string
  readonly bytes: Uint8Array
  /** Why it is in its mailbox, in a sentence. */
  readonly reason: string
  /** The id of the message that it is about. */
  readonly about?: string
  readonly requireTls?: true
  /** The connection that brought that. */
  readonly cause?: number
}

/** Digits of the id of such a message. */
const ID_LENGTH = 12

/** Sends it: to a mailbox here, to where an alias or a rewritten sender leads, or to another host. */
export function sendOwn(net: Internet, host: HostSpec, own: OwnMessage): void {
  const { to } = own
  if (!isOf(domainsOf(host), to)) return sendAway(net, host, own, to)
  const found = expand(net, host, to)
  switch (found.by) {
    case 'alias':
    case 'catch-all':
      for (const address of found.mailboxes) keepHere(net, host, own, address)
      for (const address of found.others) sendAway(net, host, own, address)
      return
    case 'srs':
      return found.reading.ok ? sendAway(net, host, own, found.reading.address) : undefined
    case 'list':
      return found.list.purpose === 'bounces'
        ? noteBounce(
            { net, host, queueId: own.about ?? '' },
            ...([found.list.list, found.list.member, own.bytes] as const),
          )
        : undefined
    case 'bounce':
      return noteBounceOf({ net, host, queueId: own.about ?? '' }, found.recipient, own.bytes)
    case 'complaint':
      return noteComplaint({ net, host, queueId: own.about ?? '' }, own.bytes)
    default:
      return keepHere(net, host, own, to)
  }
}

function sendAway(net: Internet, host: HostSpec, own: OwnMessage, address: string): void {
  const { bytes, about, requireTls, cause } = own
  net.dispatch({
    id: randomId(net.random, ID_LENGTH),
    host,
    helo: host.helo ?? host.name,
    from: own.from ?? '',
    // RFC 3461 §6.1
    to: [{ address, notify: ['NEVER'] }],
    bytes,
    parameters: requireTls ? { requireTls } : {},
    arrivedAt: net.clock.now(),
    ...(about === undefined ? { isOwn: true } : { about }),
    ...(cause !== undefined && { cause }),
  })
}

/** Its reader has a mailbox at this very host. */
function keepHere(net: Internet, host: HostSpec, own: OwnMessage, address: string): void {
  deliver(net, {
    domains: domainsOf(host),
    address,
    ...{ host: host.name, about: own.about },
    message: {
      id: randomId(net.random, ID_LENGTH),
      at: net.clock.now(),
      folder: 'inbox',
      reason: own.reason,
      envelope: { from: own.from ?? '', to: [address], helo: host.name, ip: addressOf(host) },
      bytes: concatBytes([utf8(`Return-Path: <${own.from ?? ''}>\r\n`), own.bytes]),
    },
  })
}

const addressOf = ({ addresses }: HostSpec): string => addresses[0] ?? '0.0.0.0'
