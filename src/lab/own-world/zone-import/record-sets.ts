import { zoneOfOwners } from '../../../dns/zone/zone-name.ts'
import { isObject } from '../../../core/text/is-object.ts'
import {
  absolute,
  onOneLine,
  quoted,
  zoneLines,
  type Converted,
  type RecordLine,
} from './zone-text.ts'

type Fields = Readonly<Record<string, unknown>>

/** A name, a type and its values, as the interface of a DNS service lists them. */
interface RecordSet {
  /** As it is written; Azure's is whole only as `fqdn`. */
  readonly name: string
  readonly type: string
  readonly ttl: number | undefined
  /** As a zone file has them. */
  readonly values: readonly string[]
}

/** Record sets that are read: a limit of ours. */
const MOST = 20_000

/** What Google Cloud (`rrdatas`), PowerDNS (`rrsets`) or Azure (`dnszones`) list of a zone. */
export const isRecordSets = (data: unknown): boolean => setsIn(data).length > 0

/** The zone's name: that of its SOA record, what the list calls itself, or the shortest name. */
export function originOfRecordSets(data: unknown): string {
  const sets = setsIn(data)
  const own = isObject(data) && typeof data['name'] === 'string' ? data['name'] : undefined
  const stated = sets.find(({ type }) => type === 'SOA')?.name ?? own
  return stated === undefined ? zoneOfOwners(sets.map(({ name }) => plain(name))) : plain(stated)
}

const plain = (name: string): string => name.replace(/\.$/, '').toLowerCase()

export function fromRecordSets(data: unknown, origin: string): Converted {
  const sets = setsIn(data)
  const notes = sets.flatMap(({ name, type, values }) =>
    values.length > 0 ? [] : [`\`${name}\` ${type} was left out.`],
  )
  const records = sets.flatMap(({ name, type, ttl, values }): RecordLine[] =>
    values.map((value) => ({ name, ttl, type, data: onOneLine(value) })),
  )
  return { text: zoneLines(records, origin), notes }
}

function setsIn(data: unknown): readonly RecordSet[] {
  const list = isObject(data) ? (data['rrsets'] ?? data['value']) : data
  if (!Array.isArray(list)) return []
  return list
    .slice(0, MOST)
    .filter(isObject)
    .flatMap((one) => setOf(one) ?? [])
}

function setOf(one: Fields): RecordSet | undefined {
  const { name, type, ttl } = one
  if (typeof name !== 'string' || typeof type !== 'string') return undefined
  const azure = /\/dnszones\/([a-z]{1,10})$/i.exec(type)?.[1]
  if (azure !== undefined) return azureSet(one, azure.toUpperCase())
  const values = valuesOf(one)
  return values && { name, type, ttl: typeof ttl === 'number' ? ttl : undefined, values }
}

/** Google's are texts, PowerDNS's have a `content` and may be turned off. */
function valuesOf({ rrdatas, records }: Fields): readonly string[] | undefined {
  if (Array.isArray(rrdatas)) return rrdatas.filter((one) => typeof one === 'string')
  if (!Array.isArray(records)) return undefined
  return records.flatMap((one) =>
    isObject(one) && typeof one['content'] === 'string' && one['disabled'] !== true
      ? [one['content']]
      : [],
  )
}

/** Azure names the fields of each type; its programs differ in their capitals. */
function azureSet(one: Fields, type: string): RecordSet {
  const fields = lowerKeys({ ...one, ...(isObject(one['properties']) ? one['properties'] : {}) })
  const { name, fqdn, ttl } = fields
  const records = fields[`${type.toLowerCase()}records`] ?? fields[`${type.toLowerCase()}record`]
  const list = Array.isArray(records) ? records : records === undefined ? [] : [records]
  return {
    name: textOf(fqdn) || textOf(name),
    ...{ type, ttl: typeof ttl === 'number' ? ttl : undefined },
    values: list.filter(isObject).flatMap((record) => azureValue(type, lowerKeys(record)) ?? []),
  }
}

function azureValue(type: string, one: Fields): string | undefined {
  const words = (...names: readonly string[]) => names.map((name) => textOf(one[name])).join(' ')
  const host = (name: string) => absolute(textOf(one[name]))
  switch (type) {
    case 'A':
      return words('ipv4address')
    case 'AAAA':
      return words('ipv6address')
    case 'CNAME':
      return host('cname')
    case 'MX':
      return `${words('preference')} ${host('exchange')}`
    case 'NS':
      return host('nsdname')
    case 'PTR':
      return host('ptrdname')
    case 'SRV':
      return `${words('priority', 'weight', 'port')} ${host('target')}`
    case 'CAA':
      return `${words('flags', 'tag')} ${quoted(textOf(one['value']))}`
    case 'SOA':
      return `${host('host')} ${host('email')} ${words('serialnumber', 'refreshtime', 'retrytime', 'expiretime', 'minimumttl')}`
    case 'TXT':
      return textStrings(one['value'])
    default:
      return undefined
  }
}

const textStrings = (value: unknown): string =>
  (Array.isArray(value) ? value : [value]).map((one) => quoted(textOf(one))).join(' ')

const lowerKeys = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''
