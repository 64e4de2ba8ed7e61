import type { Backing, Consulted, Refusal } from '../../protocols/smtp/server/host.ts'
import { expand } from '../addresses/expand.ts'
import { domainsOf, isOf } from '../domains.ts'
import { noteGreylisting } from '../filters/note-greylisting.ts'
import { filterAtMail } from '../filters/run.ts'
import type { Internet } from '../internet.ts'
import { refusalAtRcpt } from '../special/refuse.ts'
import type { Served } from './service.ts'

/** What a host knows of addresses beside its mailboxes: aliases, lists, senders that it rewrote. */
export const backingOf = (net: Internet, served: Served): Backing => ({
  knows: (address) => expand(net, served.host, address).by !== 'unknown',
  refusal: (asked) =>
    asked.recipient === undefined ? undefined : aboutRecipient(net, served, asked, asked.recipient),
})

/** The same where mail comes from strangers: with the host’s policies about them. */
export const publicBackingOf = (net: Internet, served: Served): Backing => {
  const { knows } = backingOf(net, served)
  return {
    knows: (address) => served.host.smtp?.recipients === 'any' || knows?.(address) === true,
    refusal(asked) {
      if (asked.recipient === undefined) return filterAtMail({ net, ...served, asked })
      const refusal =
        aboutRecipient(net, served, asked, asked.recipient) ??
        unknownBehind(net, served, asked.recipient)
      if (!refusal) noteGreylisting(net, served, asked, asked.recipient)
      return refusal
    },
  }
}

function aboutRecipient(
  net: Internet,
  served: Served,
  asked: Consulted,
  recipient: string,
): Refusal | undefined {
  if (!isOf(domainsOf(served.host), recipient)) return undefined
  const found = expand(net, served.host, recipient)
  if (found.by === 'special') return refusalAtRcpt(net, served, asked, found)
  // To send mail on to where a wrong hash leads would make an open relay.
  return found.by === 'srs' && !found.reading.ok
    ? { code: 550, enhanced: '5.1.1', text: found.reading.message }
    : undefined
}

/** A backup that knows who there is refuses in the session, and need never write to a forged sender. */
function unknownBehind(net: Internet, { host }: Served, recipient: string): Refusal | undefined {
  const { queuesFor = [], backupRecipients } = host.smtp ?? {}
  if (backupRecipients !== 'known' || !isOf(queuesFor, recipient)) return undefined
  const isKnown = net.spec.hosts.some(
    (other) =>
      isOf(other.smtp?.domains ?? [], recipient) && expand(net, other, recipient).by !== 'unknown',
  )
  return isKnown
    ? undefined
    : { code: 550, enhanced: '5.1.1', text: `${recipient} is not known behind this host` }
}
