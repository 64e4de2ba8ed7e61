import type { Backing, Refusal } from '../../protocols/smtp/server/host.ts'
import { expand } from '../addresses/expand.ts'
import type { Internet } from '../internet.ts'
import type { HostSpec } from '../spec.ts'

/** What a host knows of addresses beside its mailboxes: aliases, lists, senders that it rewrote. */
export const backingOf = (net: Internet, host: HostSpec): Backing => ({
  knows: (address) =>
    host.smtp?.recipients === 'any' || expand(net, host, address).by !== 'unknown',
  refusal: ({ recipient }) =>
    recipient === undefined ? undefined : refusalOf(net, host, recipient),
})

/** A rewritten sender whose hash does not fit: to send mail there would make an open relay. */
function refusalOf(net: Internet, host: HostSpec, recipient: string): Refusal | undefined {
  const found = expand(net, host, recipient)
  return found.by === 'srs' && !found.reading.ok
    ? { code: 550, enhanced: '5.1.1', text: found.reading.message }
    : undefined
}
