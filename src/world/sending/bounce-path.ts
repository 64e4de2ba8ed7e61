import { domainOf } from '../../core/domain.ts'
import { isSameDomain } from '../../core/idna.ts'
import { localOf, packed, unpacked } from '../addresses/packed.ts'
import type { HostSpec, TenantSpec } from '../spec.ts'

/** The reverse-path of one message to one recipient: its bounce names who it was for. */
export const bouncePath = (domain: string, recipient: string): string =>
  `b+${packed(recipient)}@${domain}`

/** Who a message was for whose bounce comes to an address; `undefined` where it is no such address. */
export function bouncedRecipient({ submission }: HostSpec, address: string): string | undefined {
  const isOurs = submission?.tenants?.some(
    ({ returnPath }) => returnPath !== undefined && isSameDomain(returnPath, domainOf(address)),
  )
  const [, part] = /^b\+(.+)$/i.exec(localOf(address)) ?? []
  return isOurs && part !== undefined ? unpacked(part) : undefined
}

export const tenantOf = (
  tenants: readonly TenantSpec[] | undefined,
  login: string | undefined,
): TenantSpec | undefined =>
  tenants?.find((tenant) => tenant.login.toLowerCase() === login?.toLowerCase())
