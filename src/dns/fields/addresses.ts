import { isIpv4, parseIpv6 } from '../../core/ip.ts'
import { badNetwork } from '../zone/problems/service.ts'
import type { Word } from '../zone/tokens.ts'
import type { Column } from './columns.ts'
import { MAX_U8, readNumber } from './number.ts'
import type { FieldReader } from './reader.ts'

/** Addresses, networks and gateways in the data of a record. */

const addressWord = (what: string, fits: (raw: string) => boolean, how: string): Column => ({
  kind: 'address',
  read(fields) {
    const word = fields.take(what)
    if (!word) return undefined
    if (!word.quoted && fits(word.raw)) return [word.raw]
    fields.report(badNetwork, word.span, `The ${what} is ${how}.`)
    return undefined
  },
})

export const ipv4 = (what: string): Column =>
  addressWord(what, isIpv4, 'written like an IPv4 address: `192.0.2.0`')

/** 64 bits in four groups, never shortened (RFC 6742 §2.1). */
export const locator64 = (what: string): Column =>
  addressWord(
    what,
    (raw) => /^[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){3}$/i.test(raw),
    'four groups of hexadecimal digits: `2001:db8:0:1`',
  )

const isIpv6 = (raw: string): boolean => parseIpv6(raw) !== undefined

/** What stands for a gateway, by the number of its type (RFC 4025 §2.5): none, an address, a name. */
function readGateway(type: number, fields: FieldReader): readonly string[] | undefined {
  if (type === 0)
    return addressWord('gateway', (raw) => raw === '.', '`.`, as there is none').read(fields)
  if (type === 1) return ipv4('gateway').read(fields)
  if (type === 2)
    return addressWord('gateway', isIpv6, 'an IPv6 address: `2001:db8::1`').read(fields)
  const name = fields.name('gateway')
  return name === undefined ? undefined : [`${name}.`]
}

const LAST_GATEWAY = 3

/** Type of a gateway, algorithm of its key, and the gateway. */
export const gateway: Column = {
  kind: 'other',
  read(fields) {
    const type = readNumber(fields, 'gateway type', LAST_GATEWAY)
    const algorithm = type === undefined ? undefined : readNumber(fields, 'algorithm', MAX_U8)
    const read = algorithm === undefined ? undefined : readGateway(type!, fields)
    return read && [String(type), String(algorithm), ...read]
  },
}

/** Type of a relay, and the relay. */
export const relay: Column = {
  kind: 'other',
  read(fields) {
    const type = readNumber(fields, 'relay type', LAST_GATEWAY)
    const read = type === undefined ? undefined : readGateway(type, fields)
    return read && [String(type), ...read]
  },
}

/** Networks to the end, each with its family, those with `!` left out (RFC 3123 §5). */
export const prefixes: Column = {
  kind: 'other',
  read(fields) {
    const words = fields.remaining()
    const broken = words.filter((word) => !isPrefix(word))
    for (const { span } of broken)
      fields.report(
        badNetwork,
        span,
        'A network is written with its family, 1 for IPv4 or 2 for IPv6: `1:192.0.2.0/24`.',
      )
    return broken.length ? undefined : words.map(({ raw }) => raw)
  },
}

function isPrefix({ raw, quoted }: Word): boolean {
  const [, family, address = '', length = ''] = /^!?([12]):([^/]+)\/(\d{1,3})$/.exec(raw) ?? []
  if (quoted || family === undefined) return false
  return family === '1'
    ? isIpv4(address) && Number(length) <= 32
    : isIpv6(address) && Number(length) <= 128
}
