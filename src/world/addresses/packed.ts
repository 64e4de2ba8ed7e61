import { domainOf } from '../../core/domain.ts'

export const localOf = (address: string): string => address.slice(0, address.lastIndexOf('@'))

/** `bob@example.net` as a part of a local part: `bob=example.net`, as is common. */
export const packed = (address: string): string => `${localOf(address)}=${domainOf(address)}`

export function unpacked(part: string): string {
  const at = part.lastIndexOf('=')
  return at < 0 ? '' : `${part.slice(0, at)}@${part.slice(at + 1)}`
}
