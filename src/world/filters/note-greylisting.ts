import { firstSeen } from '../../protocols/smtp/policies/greylisting.ts'
import type { Consulted } from '../../protocols/smtp/server/host.ts'
import type { Internet } from '../internet.ts'
import { greylistingOf } from '../services/policies.ts'
import type { HostSpec } from '../spec.ts'

/** Logs what the server’s greylisting is about to decide on a recipient: put off, or late enough. */
export function noteGreylisting(
  net: Internet,
  { host, connection }: { readonly host: HostSpec; readonly connection: number },
  { peer, from, trust }: Consulted,
  recipient: string,
): void {
  const spec = host.smtp?.greylisting
  if (!spec || trust !== 'stranger') return
  const { greylisting } = greylistingOf(spec)
  if (!greylisting) return
  const now = net.clock.now()
  const triplet = { client: peer.address, sender: from, recipient }
  const seen = firstSeen(greylisting, net.memoryOf(host.name), triplet, now)
  const left = Math.ceil(((seen ?? now) + greylisting.delay - now) / 1000)
  net.emit({
    ...{ type: 'decided', host: host.name, connection, policy: 'greylisting' },
    setting: 'smtp.greylisting',
    ...{ action: left > 0 ? 'deferred' : 'accepted', subject: recipient },
    reason:
      left > 0
        ? `${seen === undefined ? 'It is the first try' : 'It is another try'} of this client, sender and recipient; in ${left} seconds it may pass.`
        : `The first try was ${Math.floor((now - (seen ?? now)) / 1000)} seconds ago: long enough.`,
    source: { rfc: 6647, section: '2.4' },
  })
}
