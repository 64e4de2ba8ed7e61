import { domainOf } from '../../core/domain.ts'
import { localOf, packed, unpacked } from '../addresses/packed.ts'
import type { HostSpec, MailingListSpec } from '../spec.ts'

/** What an address of a list is for. */
export type ListAddress =
  | { readonly list: MailingListSpec; readonly purpose: 'post' | 'owner' }
  /** Of one member; a list that sends each member a copy of its own knows whose bounced, and who leaves. */
  | {
      readonly list: MailingListSpec
      readonly purpose: 'bounces' | 'leave'
      readonly member: string
    }

const addressFor = ({ address }: MailingListSpec, suffix: string): string =>
  `${localOf(address)}-${suffix}@${domainOf(address)}`

/** The reverse-path of a copy: each member has another. */
export const bounceAddress = (list: MailingListSpec, member: string): string =>
  addressFor(list, `bounces+${packed(member)}`)

/** Mail to it takes a member off. */
export const leaveAddress = (list: MailingListSpec, member: string): string =>
  addressFor(list, `leave+${packed(member)}`)

export const ownerAddress = (list: MailingListSpec): string => addressFor(list, 'owner')

/** The list that an address of a host belongs to, and what it is for. */
export function listAddressOf({ lists = [] }: HostSpec, address: string): ListAddress | undefined {
  const wanted = address.toLowerCase()
  for (const list of lists) {
    if (list.address.toLowerCase() === wanted) return { list, purpose: 'post' }
    if (ownerAddress(list).toLowerCase() === wanted) return { list, purpose: 'owner' }
    if (domainOf(list.address) !== domainOf(wanted)) continue
    const [, purpose, member = ''] =
      /^(bounces|leave)\+(.+)$/.exec(
        localOf(wanted).startsWith(`${localOf(list.address).toLowerCase()}-`)
          ? localOf(wanted).slice(localOf(list.address).length + 1)
          : '',
      ) ?? []
    if (purpose === 'bounces' || purpose === 'leave')
      return { list, purpose, member: unpacked(member) }
  }
  return undefined
}
