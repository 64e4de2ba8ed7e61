import { once } from '../../core/once.ts'
import type { Evidence } from '../evidence.ts'
import type { Row, RowPattern, Source } from './card.ts'
import { aggregateRows } from './sources/aggregate.ts'
import { documentRows } from './sources/document.ts'
import { dnsRows } from './sources/dns.ts'
import { eventRows } from './sources/events.ts'
import { mailRows } from './sources/mail.ts'
import { messageRows } from './sources/message.ts'
import { queueRows } from './sources/queue.ts'
import { receivedRows } from './sources/received.ts'
import { reportRows } from './sources/report.ts'
import { sessionRows } from './sources/session.ts'
import { spfRows } from './sources/spf.ts'
import { traceRows } from './sources/trace.ts'
import { wireRows } from './sources/wire.ts'
import { zoneRows } from './sources/zone.ts'

/** The rows of a source as things stand; none while there is nothing yet. Of the same evidence the same rows. */
export function rowsOf(source: Source, evidence: Evidence): readonly Row[] {
  const known = rowsBySource(evidence)
  const rows = known.get(source) ?? rowsNow(source, evidence)
  known.set(source, rows)
  return rows
}

const rowsBySource = once((_: Evidence) => new Map<Source, readonly Row[]>())

function rowsNow(source: Source, evidence: Evidence): readonly Row[] {
  switch (source.kind) {
    case 'session':
      return sessionRows(evidence.world.events, source)
    case 'spf':
      return spfRows(evidence.senders, source.sender)
    case 'message':
      return messageRows(evidence.world.mailboxes, source)
    case 'document':
      return documentRows(evidence.world.spec.documents, source)
    case 'mail':
      return mailRows(evidence.journeys, source)
    case 'received':
      return receivedRows(evidence.world.mailboxes, source)
    case 'report':
      return reportRows(evidence.world.mailboxes, source)
    case 'events':
      return eventRows(evidence.world.events, source)
    case 'dns':
      return dnsRows(evidence.world.events, source)
    case 'zone':
      return zoneRows(evidence.world.zones, source)
    case 'trace':
      return traceRows(evidence, source)
    case 'queue':
      return queueRows(evidence.world.outbox, source)
    case 'wire':
      return wireRows(evidence.world.events, source)
    case 'aggregate':
      return aggregateRows(evidence.world.mailboxes, source)
    case 'lines':
      return source.lines.map((text, at) => ({
        ...{ key: `l${at}`, text },
        name: source.names?.[at] ?? text,
      }))
  }
}

/** Whether its rows are of a mail of the world that is sent anew. */
export const readsMails = (source: Source): boolean =>
  source.kind === 'mail' || (source.kind === 'trace' && source.mail !== undefined)

export const fits = ({ name, has }: RowPattern, row: Row): boolean =>
  (name === undefined || isNamed(name.toLowerCase(), row.name.toLowerCase())) &&
  (has === undefined || row.text.toLowerCase().includes(has.toLowerCase()))

const isNamed = (wanted: string, name: string): boolean =>
  wanted.endsWith('*') ? name.startsWith(wanted.slice(0, -1)) : name === wanted

export const fitsAny = (patterns: readonly RowPattern[], row: Row): boolean =>
  patterns.some((pattern) => fits(pattern, row))
