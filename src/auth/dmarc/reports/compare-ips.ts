import { parseIp } from '../../../core/ip.ts'

/** IPv4 before IPv6, each by number; what is no address last, by its characters. */
export function compareIps(a: string, b: string): number {
  const [left, right] = [parseIp(a), parseIp(b)]
  if (!left || !right) return left ? -1 : right ? 1 : a < b ? -1 : a > b ? 1 : 0
  if (left.length !== right.length) return left.length - right.length
  const at = left.findIndex((octet, index) => octet !== right[index])
  return at < 0 ? 0 : left[at]! - right[at]!
}
