import { fromUtf8 } from '../../../core/bytes.ts'
import type { EventOf, WorldEvent } from '../../../world/events/index.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'wire' }>, 'kind'>

/**
 * What went over the newest connection to a host, line by line, with what servers answer before they end
 * a command. A row is called by its side and its text: `S * 3 EXISTS`. With `reader: eavesdropper`, octets
 * under TLS are one row, called `tls`.
 */
export function wireRows(
  events: readonly WorldEvent[],
  { host, port, who, reader }: Wanted,
): readonly Row[] {
  const opened = events.findLast(
    (event) =>
      event.type === 'opened' && event.to === host && (port === undefined || event.port === port),
  )
  if (opened?.type !== 'opened') return []
  const octets = events.filter(
    (event) => event.type === 'wire' && event.connection === opened.connection,
  ) as readonly EventOf<'wire'>[]
  const rows = stretchesOf(octets, reader === 'eavesdropper').flatMap(linesOf)
  return rows
    .filter((row) => who === undefined || row.who === who)
    .map((row, at) => ({ key: `o${at}`, ...row }))
}

interface Stretch {
  readonly from: 'client' | 'server'
  readonly isHidden: boolean
  readonly octets: Uint8Array[]
}

/** What one side sent before the other did. */
function stretchesOf(events: readonly EventOf<'wire'>[], hidesTls: boolean): Stretch[] {
  const stretches: Stretch[] = []
  for (const { from, tls, bytes } of events) {
    const isHidden = hidesTls && tls !== undefined
    const last = stretches.at(-1)
    if (last?.from === from && last.isHidden === isHidden) last.octets.push(bytes)
    else stretches.push({ from, isHidden, octets: [bytes] })
  }
  return stretches
}

function linesOf({ from, isHidden, octets }: Stretch): Omit<Row, 'key'>[] {
  const count = octets.reduce((sum, { length }) => sum + length, 0)
  if (isHidden) return [{ who: from, name: 'tls', text: `(${count} octets under TLS)` }]
  const lines = octets
    .map((bytes) => fromUtf8(bytes))
    .join('')
    .split(/\r?\n/)
  if (lines.at(-1) === '') lines.pop()
  const side = from === 'client' ? 'C' : 'S'
  return lines.map((text) => ({ who: from, name: `${side} ${text}`, text }))
}
