import type { Account } from '../../protocols/sasl/account.ts'
import { isOf } from '../domains.ts'
import type { WorldSpec } from '../spec.ts'

/**
 * Who may log in at a host of these domains: the owners of their mailboxes that have a password.
 * Where one of them has a token too, it can be shown in its place.
 */
export const accountsOf = (
  { mailboxes }: Pick<WorldSpec, 'mailboxes'>,
  domains: readonly string[],
): Account[] =>
  mailboxes.flatMap(({ address, password, token }) =>
    password !== undefined && isOf(domains, address)
      ? [{ login: address, address, password, ...(token !== undefined && { token }) }]
      : [],
  )
