import * as v from 'valibot'
import { joinedText, type DnsRecord } from '../../core/dns.ts'
import { normalizeName, sameName } from '../../core/domain.ts'
import { askedName } from '../../core/idna.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'

/**
 * @example
 * { kind: stray-record, zone: example.org, name: example.org, starts: v=spf1 }
 */
export const strayRecord = defineCondition({
  kind: 'stray-record',
  about:
    'A text record of a zone, or an alias, stands at another name than the one where it is looked for.',
  entries: () => ({
    /** The origin of the zone. */
    zone: v.string(),
    /** The name where it belongs, absolute, without the final dot. */
    name: v.string(),
    /** How its text starts; in any case. */
    starts: v.exactOptional(v.string()),
    /** In place of a text: the name that an alias (CNAME) leads to, absolute, without the final dot. */
    aliasOf: v.exactOptional(v.string()),
    /** Other names where such a record stands by right: a policy of a subdomain, a second key. */
    besides: v.exactOptional(v.array(v.string())),
  }),
  check({ zone: wanted, name, besides = [], ...looks }, { world }) {
    const right = [name, ...besides].map(normalizeName)
    const zone = world.zones.find(({ origin }) => askedName(origin) === askedName(wanted))
    const stray = zone?.records.find(
      ({ record }) => isSuch(record, looks) && !right.includes(normalizeName(record.name)),
    )
    return stray ? met : notYet(`No such record stands at another name than ${code(name)}.`)
  },
})

interface Looks {
  readonly starts?: string
  readonly aliasOf?: string
}

function isSuch(record: DnsRecord, { starts, aliasOf }: Looks): boolean {
  if (record.type === 'CNAME') return aliasOf !== undefined && sameName(record.target, aliasOf)
  return (
    starts !== undefined &&
    'strings' in record &&
    joinedText(record).toLowerCase().startsWith(starts.toLowerCase())
  )
}
