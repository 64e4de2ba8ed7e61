import { formatIp, inNetwork, parseIp } from '../../core/ip.ts'
import type { Span } from '../../core/span.ts'
import { fieldsNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { readReceivedChain } from '../../message/received-chain.ts'
import { notedIn } from './noted.ts'

/** What the trace fields of a message state of how it came. What they leave out is absent. */
export interface TracedEnvelope {
  readonly ip?: string
  readonly helo?: string
  readonly mailFrom?: string
  /** When the last server had it; milliseconds since 1970. */
  readonly at?: number
  /** The `Received` field that names the address, in octets. */
  readonly place?: Span
}

/**
 * The envelope as the newest servers wrote it: `Return-Path` (RFC 5321 §4.4), and of the newest `Received` that
 * came over a border the address that the server saw. A sender can have written the older ones.
 */
export function tracedEnvelope(message: Message): TracedEnvelope {
  const { hops } = readReceivedChain(message)
  const newest = hops.toReversed()
  // Inside of a large service a message takes public addresses too; what its SPF asked for is the border.
  const noted = notedSpf(message)
  const border =
    newest.find(({ ip }) => ip !== undefined && ip === noted.ip) ??
    newest.find(({ ip }) => ip !== undefined && isPublic(ip))
  const path = fieldsNamed(message, 'Return-Path')[0]?.value.trim()
  const mailFrom = path === undefined ? noted.mailFrom : (/<([^<>]*)>/.exec(path)?.[1] ?? path)
  const at = newest[0]?.at
  return {
    ...(border && { ip: border.ip!, place: border.place }),
    ...(border?.from && { helo: border.from.text }),
    ...(mailFrom !== undefined && { mailFrom }),
    ...(at !== undefined && { at }),
  }
}

/** What the receiver noted of its own question: `client-ip` (RFC 7208 §9.1) and `smtp.mailfrom` (RFC 8601 §2.7.2). */
function notedSpf(message: Message): { readonly ip?: string; readonly mailFrom?: string } {
  const asked = fieldsNamed(message, 'Received-SPF')[0]?.value ?? ''
  const octets = parseIp(/\bclient-ip="?([0-9a-f.:]{3,45})/i.exec(asked)?.[1] ?? '')
  const mailFrom = notedIn(message)?.property('spf', 'smtp', 'mailfrom')
  return {
    ...(octets && { ip: formatIp(octets) }),
    ...(mailFrom !== undefined && { mailFrom }),
  }
}

/** Networks inside of a host or an organization: what comes from there crossed no border. */
const PRIVATE = [
  ...(['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '127.0.0.0/8', '100.64.0.0/10'] as const),
  ...(['::1/128', 'fc00::/7', 'fe80::/10'] as const),
].map((text) => {
  const [address = '', bits] = text.split('/')
  return { network: parseIp(address)!, bits: Number(bits) }
})

function isPublic(ip: string): boolean {
  const octets = parseIp(ip)
  return (
    octets !== undefined &&
    !PRIVATE.some(
      ({ network, bits }) => network.length === octets.length && inNetwork(octets, network, bits),
    )
  )
}
