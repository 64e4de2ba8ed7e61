import { words } from '#words/asked'
import { joinedText, type DnsRecord, type DnsStatus } from '../../../core/dns.ts'
import type { WorldEvent } from '../../../lab/types.ts'

/** A question that was asked at a host, and what came back. */
export interface AskedRow {
  /** Counts the questions, from 1. */
  readonly number: number
  /** With its final dot. */
  readonly name: string
  readonly type: string
  readonly status: DnsStatus
  /** What came back, in the order of the answer; of an answer without records, what it means. */
  readonly answers: readonly string[]
  /** Seconds that the answer may be kept: the fewest of its records. */
  readonly ttl?: number
}

/** Older ones are left out. */
const MOST = 100

/** The questions of a host about no message: those of the person at its terminal. The newest comes first. */
export function askedRows(events: readonly WorldEvent[], host: string | undefined): AskedRow[] {
  const asked = events.filter(
    (event) =>
      event.type === 'dns' &&
      event.queueId === undefined &&
      event.judges === undefined &&
      (host === undefined || event.by === host),
  )
  return asked
    .flatMap((event, at) => (event.type === 'dns' ? rowOf(event, at + 1) : []))
    .slice(-MOST)
    .reverse()
}

function rowOf(
  { question, answer }: Extract<WorldEvent, { type: 'dns' }>,
  number: number,
): AskedRow {
  const { status, records, aliases = [] } = answer
  const all = [...aliases, ...records]
  const meaning = words.meanings[status]
  return {
    ...{ number, name: `${question.name}.`, type: question.type, status },
    answers: [...all.map(textOf), ...(meaning ? [meaning] : [])],
    ...(records.length > 0 && { ttl: Math.min(...all.map(({ ttl }) => ttl)) }),
  }
}

/** The part of a record that one looks for. */
function textOf(record: DnsRecord): string {
  if (record.type === 'CNAME') return words.alias(`${record.target}.`)
  if ('exchange' in record) return `${record.preference} ${record.exchange}.`
  if ('address' in record) return record.address
  if ('target' in record) return `${record.target}.`
  if ('strings' in record) return `“${joinedText(record)}”`
  return 'primary' in record ? `${record.primary}. ${record.serial}` : record.fields.join(' ')
}
