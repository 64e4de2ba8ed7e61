import type { IncomingMessage } from 'node:http'

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]']

/**
 * Whether a page of this very server asks: a name of another site that leads to this machine (DNS
 * rebinding) and a request from another origin do not count.
 * @param names What this machine is called beside its addresses.
 */
export function isOurs(
  { headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>,
  names: readonly string[] = [],
): boolean {
  const host = headers.host ?? ''
  const name = host.replace(/:\d+$/, '')
  const isNamed =
    LOOPBACK.includes(name) || names.includes(name) || name === asHost(socket.localAddress)
  const { origin } = headers
  return isNamed && (origin === undefined || origin === `http://${host}`)
}

/** An address as a URL has it; one of IPv4 that a socket of IPv6 has is one of IPv4. */
export function asHost(address = ''): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  return plain.includes(':') ? `[${plain}]` : plain
}

/** What browsers say of who asks, other programs not: a link of another site may open a page, and no more. */
export const isNear = ({ headers }: Pick<IncomingMessage, 'headers'>): boolean =>
  ['same-origin', 'none', undefined].includes(headers['sec-fetch-site'] as string | undefined)
