import { zoneOfOwners } from '../../../dns/zone/zone-name.ts'
import { isObject } from '../../../core/text/is-object.ts'
import { onOneLine, zoneLines, type Converted, type RecordLine } from './zone-text.ts'

/** What `aws route53 list-resource-record-sets` writes. */
export const isRoute53 = (data: unknown): boolean =>
  isObject(data) && Array.isArray(data['ResourceRecordSets'])

/**
 * The record sets as zone lines. Values stand there as in a zone file, but for escapes, whose digits are
 * octal (`\052` is an asterisk), and names, which are whole with a final dot and without one. An alias of
 * another service has no record of its own.
 */
export function fromRoute53(data: unknown, origin: string): Converted {
  const sets = setsOf(data)
  const notes: string[] = []
  const records = sets.flatMap((set): RecordLine[] => {
    const name = decimalEscapes(textOf(set['Name']))
    const type = textOf(set['Type'])
    if (set['AliasTarget'] !== undefined) {
      notes.push(`\`${name}\` ${type} is an alias of another service: it was left out.`)
      return []
    }
    const values = Array.isArray(set['ResourceRecords']) ? set['ResourceRecords'] : []
    const ttl = typeof set['TTL'] === 'number' ? set['TTL'] : undefined
    return values.map((one) => ({
      ...{ name, ttl, type },
      data: withWholeName(
        type,
        decimalEscapes(onOneLine(textOf(isObject(one) ? one['Value'] : ''))),
      ),
    }))
  })
  return { text: zoneLines(records, origin), notes }
}

/** Types whose data end in a name. */
const NAMING = new Set(['MX', 'CNAME', 'NS', 'PTR', 'SRV'])

const withWholeName = (type: string, data: string): string =>
  NAMING.has(type) && /[^.\s]$/.test(data) ? `${data}.` : data

/** The zone's name: that of its SOA record, or the shortest. */
export function originOfRoute53(data: unknown): string {
  const sets = setsOf(data)
  const soa = sets.find((set) => set['Type'] === 'SOA')
  return soa ? nameOf(soa) : zoneOfOwners(sets.map(nameOf))
}

const nameOf = (set: Readonly<Record<string, unknown>>): string =>
  textOf(set['Name']).replace(/\.$/, '').toLowerCase()

const setsOf = (data: unknown): readonly Readonly<Record<string, unknown>>[] =>
  isObject(data) && Array.isArray(data['ResourceRecordSets'])
    ? data['ResourceRecordSets'].filter(isObject)
    : []

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** Octal escapes as a zone file has them (RFC 1035 §5.1); a printable character as itself. */
const decimalEscapes = (text: string): string =>
  text.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) => {
    const code = Number.parseInt(digits, 8)
    return /[\w*+/=-]/.test(String.fromCharCode(code))
      ? String.fromCharCode(code)
      : `\\${String(code).padStart(3, '0')}`
  })
