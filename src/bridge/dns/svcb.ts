import { parseIp } from '../../core/ip.ts'
import { latin1 } from '../../core/bytes.ts'

/** Keys of service parameters and their numbers (RFC 9460 §14.3.2). */
const KEYS = ['mandatory', 'alpn', 'no-default-alpn', 'port', 'ipv4hint', 'ech', 'ipv6hint']

/**
 * The data of an SVCB or HTTPS record (RFC 9460 §2.2).
 * @param fields As a zone writes them: priority, target, and `key=value` each.
 * @returns `undefined` for a parameter that cannot be put into octets.
 */
export function svcbOctets([priority = '0', target = '.', ...parameters]: readonly string[]):
  Uint8Array | undefined {
  const pairs = parameters.map(readParameter)
  if (!pairs.every((pair) => pair !== undefined)) return undefined
  return Uint8Array.from([
    ...u16(Number(priority)),
    ...nameOctets(target),
    ...pairs
      .toSorted((a, b) => a.key - b.key)
      .flatMap(({ key, value }) => [...u16(key), ...u16(value.length), ...value]),
  ])
}

interface Parameter {
  readonly key: number
  readonly value: readonly number[]
}

function readParameter(text: string): Parameter | undefined {
  const [name = '', ...rest] = text.split('=')
  const key = keyNumber(name)
  if (key === undefined) return undefined
  const value = valueOctets(KEYS[key], rest.join('=').replace(/^"([^]*)"$/, '$1'))
  return value && { key, value }
}

function keyNumber(name: string): number | undefined {
  const known = KEYS.indexOf(name)
  if (known >= 0) return known
  const generic = /^key(\d{1,5})$/.exec(name)
  return generic ? Number(generic[1]) : undefined
}

function valueOctets(key: string | undefined, text: string): number[] | undefined {
  switch (key) {
    case 'mandatory':
      return text.split(',').flatMap((name) => u16(keyNumber(name) ?? 0))
    case 'alpn':
      return text.split(',').flatMap((id) => [id.length, ...latin1(id)])
    case 'port':
      return u16(Number(text))
    case 'ipv4hint':
    case 'ipv6hint':
      return text.split(',').flatMap((address) => [...(parseIp(address) ?? [])])
    case 'ech':
      return [...Buffer.from(text, 'base64')]
    default:
      return [...latin1(text)]
  }
}

const u16 = (number: number): number[] => [(number >> 8) & 255, number & 255]

const nameOctets = (name: string): number[] => [
  ...name
    .split('.')
    .filter((label) => label !== '')
    .flatMap((label) => [label.length, ...latin1(label)]),
  0,
]
