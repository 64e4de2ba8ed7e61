import { domainOf } from '../../core/domain.ts'
import { isSameDomain } from '../../core/idna.ts'
import type { Backing, Refusal } from '../../protocols/smtp/server/host.ts'
import type { Internet } from '../internet.ts'
import { countWithin } from '../reputation/senders.ts'
import { backingOf } from '../services/backing.ts'
import type { Served } from '../services/service.ts'
import type { SubmissionSpec } from '../spec.ts'
import { tenantOf } from './bounce-path.ts'

const HOUR = 60 * 60_000

/** A customer sends as its own domains, and no more than was agreed; others as themselves (RFC 6409 §6.1). */
export function tenantBackingOf(net: Internet, served: Served, spec: SubmissionSpec): Backing {
  const backing = backingOf(net, served)
  return {
    ...backing,
    refusal: (asked) =>
      asked.recipient === undefined
        ? againstSender(net, served, spec, asked.user, asked.from)
        : backing.refusal?.(asked),
  }
}

function againstSender(
  net: Internet,
  { host }: Served,
  { tenants }: SubmissionSpec,
  user: string | undefined,
  from: string,
): Refusal | undefined {
  const tenant = tenantOf(tenants, user)
  const isTheirs = tenant
    ? tenant.domains.some((domain) => isSameDomain(domain, domainOf(from)))
    : from.toLowerCase() === user?.toLowerCase()
  if (from !== '' && !isTheirs)
    return { code: 550, enhanced: '5.7.1', text: `${user ?? ''} may not send as ${from}` }
  const sent = countWithin(
    net.stateOf(host.name).sentBy.get(user ?? '') ?? [],
    net.clock.now(),
    HOUR,
  )
  return tenant?.perHour !== undefined && sent >= tenant.perHour
    ? { code: 450, enhanced: '4.7.1', text: `${sent} messages in an hour are all you agreed on` }
    : undefined
}
