import { inNetwork, parseIp } from '../../core/ip.ts'

/** Networks that are reached from inside only (RFC 6890 §2.2.2 and §2.2.3, RFC 1918 §3). */
const NETWORKS = (
  [
    ['10.0.0.0', 8, 'private'],
    ['172.16.0.0', 12, 'private'],
    ['192.168.0.0', 16, 'private'],
    ['100.64.0.0', 10, 'shared'],
    ['127.0.0.0', 8, 'loopback'],
    ['169.254.0.0', 16, 'link-local'],
    ['0.0.0.0', 8, 'unspecified'],
    ['::', 128, 'unspecified'],
    ['::1', 128, 'loopback'],
    ['fe80::', 10, 'link-local'],
    ['fc00::', 7, 'private'],
  ] as const
).map(([network, bits, kind]) => ({ network: parseIp(network)!, bits, kind }))

/** @returns What kind of address keeps others from reaching it; `undefined` for all the rest. */
export function unreachable(address: string): string | undefined {
  const octets = parseIp(address)
  return octets && NETWORKS.find(({ network, bits }) => inNetwork(octets, network, bits))?.kind
}
