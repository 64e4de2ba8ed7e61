import { typeNumbers } from '../../../src/dns/zone/type-numbers.ts'

/** Types whose data end in a text that may be cut by spaces, and the fields before it. */
const LONG_ENDS: Readonly<Record<string, number>> = {
  DS: 3,
  TLSA: 3,
  SSHFP: 2,
  DNSKEY: 3,
  RRSIG: 8,
}
const IN_HEX = ['DS', 'TLSA', 'SSHFP']

const mnemonics = new Map([...typeNumbers].map(([name, number]) => [`TYPE${number}`, name]))

/** One spelling for a record that two printers write differently: `owner ttl type data`. */
export function spell(owner: string, ttl: string, type: string, data: string): string {
  const known = mnemonics.get(type) ?? type
  const fields = tokens(data)
  const start = fields[0] === '\\#' ? 2 : LONG_ENDS[known]
  const hex = fields[0] === '\\#' || IN_HEX.includes(known)
  const spelled = start === undefined ? fields.map(plain) : joinEnd(fields, start, hex)
  return [owner.toLowerCase(), ttl, known, ...spelled].join(' ')
}

function joinEnd(fields: readonly string[], start: number, hex: boolean): string[] {
  const end = fields.slice(start).join('')
  return [...fields.slice(0, start).map(plain), hex ? end.toLowerCase() : end]
}

/** Names have no case; quotes that hold no white space mean nothing. */
function plain(field: string): string {
  if (!field.startsWith('"')) return field.replaceAll('"', '').toLowerCase()
  const inside = field.slice(1, -1)
  return /^[\w.:/@+=,-]+$/.test(inside) ? inside.toLowerCase() : field
}

const tokens = (data: string): string[] => data.match(/(?:[^\s"]|\\.)*"(?:[^"\\]|\\.)*"|\S+/g) ?? []
