import * as v from 'valibot'
import { parseIp } from '../../core/ip.ts'

/** Values that the parts of a world's spec share, with the message that explains a wrong one. */

/** What a schema describes, for programs that only read it. */
export type Spec<Schema extends v.GenericSchema> = DeepReadonly<v.InferOutput<Schema>>

type DeepReadonly<Value> = Value extends string | number | boolean
  ? Value
  : { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }

export const text = v.string()

export const list = <T extends v.GenericSchema>(item: T) => v.array(item)

export const ip = v.pipe(
  text,
  v.check(
    (address) => parseIp(address) !== undefined,
    'Write an IP address, such as `192.0.2.25` or `2001:db8::25`.',
  ),
)

export const network = v.pipe(
  text,
  v.check(isNetwork, 'Write an address or a network, such as `192.0.2.0/24`.'),
)

function isNetwork(given: string): boolean {
  const [address = '', bits = '0', more] = given.split('/')
  const octets = parseIp(address)
  return (
    octets !== undefined &&
    more === undefined &&
    /^\d{1,3}$/.test(bits) &&
    +bits <= octets.length * 8
  )
}

/** Where a program of this machine listens; no other machine is ever connected to. */
export const loopback = v.pipe(
  text,
  v.check(
    (given) => parseLoopback(given) !== undefined,
    'Write a loopback address and a port, such as `127.0.0.1:2526`: mail is forwarded to this machine alone.',
  ),
)

/** An address of this machine, and a port there. */
export interface Loopback {
  readonly address: string
  readonly port: number
}

/** Reads `127.0.0.1:2526` or `[::1]:2526`. @returns `undefined` where it is anything else. */
export function parseLoopback(given: string): Loopback | undefined {
  const [, ipv6, ipv4, digits] = /^(?:\[([^\]]+)\]|([\d.]+)):(\d{1,5})$/.exec(given) ?? []
  const address = ipv6 ?? ipv4 ?? ''
  const octets = parseIp(address)
  const port = Number(digits)
  if (!octets || port < 1 || port > 65_535) return undefined
  const isLoopback = ipv4
    ? octets[0] === 127
    : octets.length === 16 && octets.every((octet, at) => octet === (at === 15 ? 1 : 0))
  return isLoopback ? { address, port } : undefined
}

export const name = v.pipe(
  text,
  v.regex(
    /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/,
    'Write a domain name in lowercase without a final dot, such as `mx.example.org`.',
  ),
)

export const address = v.pipe(
  text,
  v.regex(/^[^@\s<>]+@[^@\s<>]+$/, 'Write an address without brackets, such as `bob@example.org`.'),
)

export const id = v.pipe(
  text,
  v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Write an id in lowercase letters, digits and hyphens.'),
)

/** ISO 8601 in UTC. */
export const time = v.pipe(
  text,
  v.regex(
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/,
    'Write a time in UTC, such as `2026-05-04T09:00:00Z`.',
  ),
)

export const octets = v.pipe(
  v.number(),
  v.integer('Write whole octets.'),
  v.minValue(1, 'Leave room for mail.'),
)

export const count = v.pipe(
  v.number(),
  v.integer('Write a whole number.'),
  v.minValue(1, 'At least one.'),
)

export const seconds = v.pipe(
  v.number(),
  v.minValue(0, 'Time goes forward: write seconds from 0 up.'),
)

/** Where something is wrong in a value, for an issue. */
export function pathOf(
  root: unknown,
  at: readonly (string | number)[],
): [v.IssuePathItem, ...v.IssuePathItem[]] {
  let input: unknown = root
  const items = at.map((key): v.IssuePathItem => {
    const value: unknown = (input as Record<string | number, unknown>)[key]
    const item = { type: 'unknown', origin: 'value', input, key, value } as const
    input = value
    return item
  })
  return items as [v.IssuePathItem, ...v.IssuePathItem[]]
}
