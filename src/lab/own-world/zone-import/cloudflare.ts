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

/** Cloudflare's export is a zone file with a head of its own. */
export const cloudflareDomain = (text: string): string | undefined =>
  /^;;\s*Domain:\s*(\S+?)\.?\s*$/m.exec(text.slice(0, 2000))?.[1]?.toLowerCase()

/** The export writes the zone's own name without its final dot at times: it is the same name there. */
export function withFinalDot(text: string, origin: string): string {
  const start = `${origin}\t`
  return text
    .split('\n')
    .map((line) =>
      line.toLowerCase().startsWith(start)
        ? `${line.slice(0, origin.length)}.${line.slice(origin.length)}`
        : line,
    )
    .join('\n')
}

/** What Cloudflare's API lists: `{ "result": [{ "type": "MX", "name": …, "content": … }] }`. */
export const isCloudflareList = (data: unknown): boolean => recordsOf(data).length > 0

export function originOfCloudflare(data: unknown): string {
  const records = recordsOf(data)
  const zone = records
    .map((one) => one['zone_name'])
    .find((name): name is string => typeof name === 'string')
  const names = records.flatMap(({ name }) => (typeof name === 'string' ? [plain(name)] : []))
  return zone === undefined ? zoneOfOwners(names) : plain(zone)
}

const plain = (name: string): string => name.replace(/\.$/, '').toLowerCase()

const NAMES = new Set(['CNAME', 'NS', 'PTR', 'DNAME'])
const PLAIN = new Set(['A', 'AAAA', 'CAA', 'DS', 'SSHFP', 'TLSA', 'SRV', 'SOA'])

export function fromCloudflare(data: unknown, origin: string): Converted {
  const notes: string[] = []
  const lines = recordsOf(data).flatMap((record): RecordLine[] => {
    const { name, type, content, ttl, priority } = record as Partial<Record<string, unknown>>
    if (typeof name !== 'string' || typeof type !== 'string' || typeof content !== 'string')
      return []
    const value = onOneLine(content)
    const data = dataOf(type, value, typeof priority === 'number' ? priority : 0)
    if (data === undefined) notes.push(`\`${name}\` ${type} was left out.`)
    // 1 stands for “automatic”.
    const seconds = typeof ttl === 'number' && ttl > 1 ? ttl : undefined
    return data === undefined ? [] : [{ name, ttl: seconds, type, data }]
  })
  return { text: zoneLines(lines, origin), notes }
}

function dataOf(type: string, content: string, priority: number): string | undefined {
  if (type === 'MX') return `${priority} ${absolute(content)}`
  if (type === 'TXT' || type === 'SPF') return content.startsWith('"') ? content : quoted(content)
  if (NAMES.has(type)) return absolute(content)
  return PLAIN.has(type) ? content : undefined
}

function recordsOf(data: unknown): readonly Readonly<Record<string, unknown>>[] {
  const list = isObject(data) ? data['result'] : data
  return Array.isArray(list)
    ? list.filter(
        (one): one is Readonly<Record<string, unknown>> =>
          isObject(one) && typeof one['type'] === 'string' && typeof one['content'] === 'string',
      )
    : []
}
