import { recordTypes } from '../../dns/records/index.ts'
import type { RecordFormat } from '../../dns/record-type.ts'

/** What is offered first: the types that mail is made of. */
const FIRST = ['MX', 'TXT', 'A', 'AAAA', 'CNAME', 'NS', 'PTR', 'SOA']

/** Every type that a zone may hold by name, those for mail first. */
export const offeredTypes: readonly RecordFormat[] = recordTypes.toSorted(
  (a, b) => rank(a.type) - rank(b.type),
)

function rank(type: string): number {
  const at = FIRST.indexOf(type)
  return at < 0 ? FIRST.length : at
}
