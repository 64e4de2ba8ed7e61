import type { Diagnostic } from '../core/diagnostic.ts'
import { joinedText, type DnsRecord } from '../core/dns.ts'
import { recordFormats } from '../auth/formats/index.ts'
import { textFamilyOf } from '../auth/text-family.ts'
import type { RecordFamily, TextRecord } from './family.ts'
import { spfFamily } from './spf/family.ts'
import { isMeantAsSpf } from './spf/meant-as-spf.ts'
import { zoneFamilies } from './zone-families.ts'

/**
 * Reports problems of the records that mail is judged by: SPF, DKIM keys, DMARC, TLS, BIMI.
 * @param only The files whose records are judged; all by default.
 */
export function lintRecords(
  records: readonly DnsRecord[],
  only?: ReadonlySet<string>,
): Diagnostic[] {
  const isAsked = ({ place }: DnsRecord) => !only || (place !== undefined && only.has(place.file))
  const found: Diagnostic[] = []
  for (const record of records)
    if (isText(record) && isAsked(record) && !record.text?.isMisread)
      found.push(...(familyFor(record)?.lint(record, records) ?? []))
  return found
}

const isText = (record: DnsRecord): record is TextRecord =>
  record.type === 'TXT' || record.type === 'SPF'

const byFormat = new Map(
  zoneFamilies.flatMap((family) =>
    family.kind === 'record' && family.format ? [[family.format, family] as const] : [],
  ),
)

/** The one family that judges a record, so that one cause is reported once; none if it is not about mail. */
function familyFor(record: TextRecord): RecordFamily | undefined {
  const text = joinedText(record)
  const name = record.type === 'SPF' ? 'spf' : textFamilyOf(record.name, text)
  // What a receiver reads as nothing at all may be SPF with a slip at its start.
  if (name === undefined) return isMeantAsSpf(text) ? spfFamily : undefined
  return name === 'spf' ? spfFamily : byFormat.get(recordFormats[name])
}
