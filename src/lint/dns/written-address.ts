import { formatIp, parseIp } from '../../core/ip.ts'
import type { ZoneSubject } from './subject.ts'
import type { ZoneField, ZoneRecord } from '../../dns/zone/zone.ts'

/** The field of a record that should be a name and was written as an address. */
export const writtenAddress = (one: ZoneRecord): ZoneField | undefined =>
  one.fields.find(({ name, text }) => name !== undefined && readAddress(text) !== undefined)

const readAddress = (text: string): Uint8Array | undefined => parseIp(text.replace(/\.$/, ''))

/** The first host of the zone that has the address. */
export function hostWith(text: string, { hostAt }: ZoneSubject): string | undefined {
  const octets = readAddress(text)
  return octets && hostAt(formatIp(octets))
}
