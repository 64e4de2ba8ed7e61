import { formatIp, parseIp } from '../../core/ip.ts'

/** `192.0.2.0/24`, `2001:db8::/48`: neighbours mostly belong to one organization. */
export function networkOf(ip: string): string {
  const octets = parseIp(ip)
  if (!octets) return ip
  const bits = octets.length === 4 ? 24 : 48
  return `${formatIp(octets.map((octet, at) => (at * 8 < bits ? octet : 0)))}/${bits}`
}
