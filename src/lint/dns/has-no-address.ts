import { isKnown, type ZoneSubject } from './subject.ts'

/** @returns How a name lacks addresses; `undefined` where it has one, or no known zone shows it. */
export function hasNoAddress(
  name: string,
  subject: ZoneSubject,
): 'nxdomain' | 'nodata' | undefined {
  if (!isKnown(subject, name)) return undefined
  const v4 = subject.resolver.query(name, 'A')
  const v6 = subject.resolver.query(name, 'AAAA')
  const end = v4.aliases?.at(-1)
  if (end && 'target' in end && !isKnown(subject, end.target)) return undefined
  if (v4.status === 'nxdomain') return 'nxdomain'
  return v4.status === 'nodata' && v6.status === 'nodata' ? 'nodata' : undefined
}
