import { textFamilyOf } from '../../auth/text-family.ts'
import { joinedText } from '../../core/dns.ts'
import { labelsOf } from '../../core/domain.ts'
import type { AnyFamily } from '../../lint/family.ts'
import type { Opened } from '../check/opened.ts'

/** Names at which an SPF record is looked at together with those of other names. */
const NEAR_SPF = /^_?spf\d*$/

/**
 * Fetches the rules that may find something in texts: those of zones, of SPF, and of records of tags and how they
 * work together, each where there is one. So a few lines are judged without the rest.
 * @param advice Whether what is missing may be found too: that takes all of them.
 */
export async function fetchFamilies(
  opened: readonly Opened[],
  advice: boolean,
): Promise<readonly AnyFamily[]> {
  const records = opened.flatMap((one) => {
    if (one.kind === 'record') return [one.record]
    return one.kind === 'zone' ? one.parsed.zone.records.map(({ record }) => record) : []
  })
  const hasZones = opened.some(({ kind }) => kind === 'zone')
  const texts = records.flatMap((record) =>
    record.type === 'TXT' || record.type === 'SPF' ? [record] : [],
  )
  const hasOthers = texts.some((record) => {
    const family = textFamilyOf(record.name, joinedText(record))
    return (
      (family !== undefined && family !== 'spf') || NEAR_SPF.test(labelsOf(record.name)[0] ?? '')
    )
  })
  const [zones, spf, others] = await Promise.all([
    (hasZones || advice) && import('./judge-zones.ts'),
    (texts.length > 0 || advice) && import('../../lint/spf-families.ts'),
    (hasOthers || advice) && import('../../lint/record-families.ts'),
  ])
  return [
    ...(zones ? zones.familiesOfZones : []),
    ...(spf ? spf.familiesOfSpf : []),
    ...(others ? others.familiesOfRecords : []),
  ]
}
