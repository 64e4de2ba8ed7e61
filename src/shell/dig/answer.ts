import type { DnsAnswer, DnsRecord, DnsStatus } from '../../core/dns.ts'
import { printData } from '../../dns/print-record.ts'
import { absolute } from '../../dns/record-type.ts'
import { bold, dim, green, withCode } from '../../core/text/ansi.ts'
import { alignColumns } from '../../core/text/columns.ts'
import { showText } from '../show-text.ts'
import type { DigQuestion, DigShow } from './arguments.ts'

/** The codes of RFC 1035 §4.1.1 by what became of the question. NODATA is no code of its own. */
const CODES: Readonly<Record<DnsStatus, string>> = {
  ok: 'NOERROR',
  nodata: 'NOERROR',
  nxdomain: 'NXDOMAIN',
  servfail: 'SERVFAIL',
  timeout: 'TIMEOUT',
}

export interface DigReply {
  readonly question: DigQuestion
  readonly answer: DnsAnswer
  /** The SOA that a negative answer carries (RFC 2308 §3). */
  readonly authority: readonly DnsRecord[]
}

export interface Rendering {
  /** In milliseconds. */
  readonly now: number
  readonly layout: Layout
}

/** How the columns of a record stand apart: by spaces, close together, or as the real `dig` sets them. */
export type Layout = 'narrow' | 'tabs'

/** The answer as `dig` prints it, line by line, with a sentence where there is none. */
export function renderReply(reply: DigReply, show: DigShow, { now, layout }: Rendering): string[] {
  const records = [...(reply.answer.aliases ?? []), ...reply.answer.records]
  if (show.short) return records.map((record) => showText(printData(record)))
  if (reply.answer.status === 'timeout')
    return [';; communications error: timed out', ';; no servers could be reached']
  const blocks = [
    show.comments ? header(reply, records.length) : [],
    show.question ? question(reply.question, show, layout) : [],
    show.answer ? section('ANSWER', records, show, layout) : [],
    show.authority ? section('AUTHORITY', reply.authority, show, layout) : [],
    show.comments ? explain(reply).map((line) => dim(withCode(line))) : [],
    show.stats
      ? [dim(';; SERVER: the simulated Internet'), dim(`;; WHEN: ${formatWhen(now)}`)]
      : [],
  ]
  return blocks
    .filter((block) => block.length)
    .flatMap((block, at) => (at ? ['', ...block] : block))
}

function header({ question, answer, authority }: DigReply, answers: number): string[] {
  const status = CODES[answer.status]
  return [
    ';; Got answer:',
    `;; ->>HEADER<<- opcode: QUERY, status: ${bold(status)}, id: ${idOf(question)}`,
    `;; flags: qr rd ra; QUERY: 1, ANSWER: ${answers}, AUTHORITY: ${authority.length}, ADDITIONAL: 0`,
  ]
}

/** A number that stays the same for the same question, where the real one is drawn. */
function idOf({ name, type }: DigQuestion): number {
  let id = 5381
  for (const character of `${name}/${type}`) id = (id * 33 + character.codePointAt(0)!) & 0xffff
  return id
}

function question({ name, type }: DigQuestion, show: DigShow, layout: Layout): string[] {
  const line = showText(`;${absolute(name)}`)
  const row =
    layout === 'tabs'
      ? `;${tabTo(tabTo(line.slice(1), 24), 32)}IN\t${type}`
      : alignColumns([[line, 'IN', type]], 8)[0]!
  return [...titled('QUESTION', show), row]
}

/** Tabs up to a cell, one at least. */
function tabTo(text: string, cell: number): string {
  const before = text.slice(text.lastIndexOf('\n') + 1)
  const width = [...before].reduce((at, unit) => (unit === '\t' ? (at >> 3) * 8 + 8 : at + 1), 0)
  return text + '\t'.repeat(Math.max(1, Math.ceil((cell - width) / 8)))
}

const titled = (title: string, { comments }: DigShow): string[] =>
  comments ? [bold(`;; ${title} SECTION:`)] : []

function section(
  title: string,
  records: readonly DnsRecord[],
  show: DigShow,
  layout: Layout,
): string[] {
  if (!records.length) return []
  const rows = records.map((record) => [
    showText(absolute(record.name)),
    String(record.ttl),
    'IN',
    record.type,
    green(showText(printData(record))),
  ])
  const lines = layout === 'tabs' ? rows.map(withTabs) : alignColumns(rows, 4)
  return [...titled(title, show), ...lines]
}

function withTabs([name = '', ttl = '', ...rest]: readonly string[]): string {
  return [tabTo(tabTo(name, 24) + ttl, 32).replace(/\t+$/, ''), ...rest].join('\t')
}

function explain({ question, answer }: DigReply): string[] {
  const name = `\`${showText(question.name || '.')}\``
  const end = answer.aliases?.at(-1)
  const asked = end && 'target' in end ? `\`${showText(end.target)}\`` : name
  if (answer.status === 'nxdomain')
    return [`;; NXDOMAIN: no name ${asked} exists, with any type of record.`]
  if (answer.status === 'nodata')
    return [`;; NODATA: ${asked} exists, but has no record of type ${question.type}.`]
  if (answer.status === 'servfail')
    return [`;; SERVFAIL: the name servers of ${asked} are broken or contradict themselves.`]
  return []
}

/** `Tue Nov 04 09:00:00 UTC 2025`, as `dig` writes it. */
function formatWhen(now: number): string {
  const [, day, date, month, year, time] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+) GMT$/.exec(new Date(now).toUTCString()) ?? []
  return `${day} ${month} ${date} ${time} UTC ${year}`
}
