import { domainOf } from '../../core/domain.ts'
import type { Account } from '../../protocols/sasl/account.ts'
import type { WorldSpec } from '../spec.ts'

/** Who may log in at a host of these domains: the owners of their mailboxes that have a password. */
export const accountsOf = (
  { mailboxes }: Pick<WorldSpec, 'mailboxes'>,
  domains: readonly string[],
): Account[] =>
  mailboxes.flatMap(({ address, password }) =>
    password !== undefined && isOf(domains, address) ? [{ login: address, address, password }] : [],
  )

/** Whether an address belongs to one of the domains. */
export const isOf = (domains: readonly string[], address: string): boolean =>
  domains.some((domain) => domain.toLowerCase() === domainOf(address))
