import { domainOf } from '../core/domain.ts'
import { isSameDomain } from '../core/idna.ts'
import { once } from '../core/once.ts'
import type { HostSpec } from './spec.ts'

/** The domains whose mailboxes a host serves, lowercase, in the order of its services. */
export const domainsOf = once(({ smtp, submission, lmtp }: HostSpec): readonly string[] => [
  ...new Set(
    [smtp, submission, lmtp].flatMap((service) =>
      (service?.domains ?? []).map((domain) => domain.toLowerCase()),
    ),
  ),
])

/** Whether an address belongs to one of the domains. */
export const isOf = (domains: readonly string[], address: string): boolean =>
  domains.some((domain) => isSameDomain(domain, domainOf(address)))
