import type { Diagnostic } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord } from '../core/dns.ts'
import { once } from '../core/once.ts'
import { recordHeads } from '../auth/formats/heads.ts'
import { textFamilyOf } from '../auth/text-family.ts'
import type { AnyFamily, RecordFamily, TextRecord } from './family.ts'
import { isMeantAsSpf } from './spf/meant-as-spf.ts'

/** Does what `lintRecords` does with some families alone. */
export function lintRecordsWith(
  families: readonly AnyFamily[],
  records: readonly DnsRecord[],
  only?: ReadonlySet<string>,
): Diagnostic[] {
  const isAsked = ({ place }: DnsRecord) => !only || (place !== undefined && only.has(place.file))
  const { byVersion, spf } = recordFamilies(families)
  const found: Diagnostic[] = []
  for (const record of records)
    if (isText(record) && isAsked(record) && !record.text?.isMisread)
      found.push(...(familyFor(record, byVersion, spf)?.lint(record, records) ?? []))
  return found
}

const isText = (record: DnsRecord): record is TextRecord =>
  record.type === 'TXT' || record.type === 'SPF'

/** A record is known by its version. */
type ByVersion = ReadonlyMap<string, RecordFamily>

const recordFamilies = once((families: readonly AnyFamily[]) => {
  const all = families.filter((family) => family.kind === 'record')
  const byVersion: ByVersion = new Map(
    all.flatMap((family) =>
      family.format ? [[family.format.version.value, family] as const] : [],
    ),
  )
  return { byVersion, spf: all.find(({ format }) => !format) }
})

/** The one family that judges a record, so that one cause is reported once; none if it is not about mail. */
function familyFor(
  record: TextRecord,
  byVersion: ByVersion,
  spf: RecordFamily | undefined,
): RecordFamily | undefined {
  const text = joinedText(record)
  const name = record.type === 'SPF' ? 'spf' : textFamilyOf(record.name, text)
  // What a receiver reads as nothing at all may be SPF with a slip at its start.
  if (name === undefined) return isMeantAsSpf(text) ? spf : undefined
  return name === 'spf' ? spf : byVersion.get(recordHeads[name].version.value)
}
