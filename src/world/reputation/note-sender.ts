import { domainOf } from '../../core/domain.ts'
import type { CommandEffect } from '../../protocols/smtp/server/session.ts'
import type { Internet } from '../internet.ts'
import { authorOf } from '../lists/rewrite-post.ts'
import type { Incoming, Receiver } from '../receiving/receiver.ts'
import type { Served } from '../services/service.ts'
import type { HostSpec } from '../spec.ts'
import { note, senderOf } from './senders.ts'

/** Only a host whose policies ask for it keeps such records. */
const isWatching = ({ smtp }: HostSpec): boolean =>
  smtp?.filters?.some(({ policy }) => policy === 'reputation' || policy === 'bulk') === true

/** A client named a recipient that the host does not have. */
export function noteUnknown(
  net: Internet,
  { host, peer }: Served,
  { verb, code, enhanced }: CommandEffect,
): void {
  if (verb !== 'RCPT' || code !== 550 || enhanced !== '5.1.1' || !isWatching(host)) return
  note(senderOf(net.stateOf(host.name).senders, peer.address).unknown, net.clock.now())
}

/** The host accepted a message of a client, and of its author’s domain. */
export function noteAccepted(net: Internet, { host }: Receiver, incoming: Incoming): void {
  if (!isWatching(host)) return
  const { senders } = net.stateOf(host.name)
  const domain = domainOf(authorOf(incoming.message)?.address ?? '')
  for (const key of [incoming.envelope.ip, domain])
    note(senderOf(senders, key).accepted, net.clock.now())
}
