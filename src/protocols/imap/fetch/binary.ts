import { binaryForm, binaryOctets } from '../data/binary.ts'
import { partialOctets } from '../data/sections.ts'
import type { Output } from '../server/output.ts'
import type { BinaryItem } from './items.ts'

/** Whether the part is there, in an encoding that cannot be undone. */
export const isUndecodable = (message: Uint8Array | undefined, { part }: BinaryItem): boolean =>
  message !== undefined && binaryOctets(message, part).kind === 'unknown-cte'

/** `BINARY[1.2]<0> ~{3}…` and `BINARY.SIZE[1.2] 3` (RFC 3516 §4.3). */
export function binaryValue(message: Uint8Array, { item, part, partial }: BinaryItem): Output {
  const read = binaryOctets(message, part)
  const octets = read.kind === 'octets' ? read.octets : undefined
  const label = `${item}[${part.join('.')}]`
  if (item === 'BINARY.SIZE') return [`${label} ${octets?.length ?? 0}`]
  const start = partial ? `<${partial.start}>` : ''
  if (!octets) return [`${label}${start} NIL`]
  const wanted = partial ? partialOctets(octets, partial) : octets
  const mark = binaryForm(wanted) === 'literal8' ? '~' : ''
  return [`${label}${start} ${mark}{${wanted.length}}\r\n`, wanted]
}
