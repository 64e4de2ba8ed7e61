import * as v from 'valibot'
import { fromLatin1 } from '../../core/bytes.ts'
import type { EventOf, WorldEvent } from '../../world/events/index.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { connectionOf } from '../placed-commands.ts'
import { sessionPlace } from '../place.ts'
import { code } from '../wording.ts'

const entries = {
  /** What was sent, as it went over the wire: `\r\n` ends a line. In any case. */
  has: v.pipe(v.string(), v.nonEmpty('Write what was sent.')),
  /** Who sent it; either side by default. */
  from: v.exactOptional(v.picklist(['client', 'server'])),
  /** The name of the server; any by default. */
  host: v.exactOptional(v.string()),
  /** Its port; any by default. */
  port: v.exactOptional(v.number()),
  /** The name of the host that connected; any by default. */
  client: v.exactOptional(v.string()),
  /** `no`: where others on the way can read it. `yes`: under TLS. Either by default. */
  tls: v.exactOptional(v.picklist(['yes', 'no'])),
}

type Wanted = ParamsOf<typeof entries>

/**
 * Looks at octets and knows no protocol: base64 is not decoded.
 *
 * @example
 * { kind: wire, host: mx.example.net, port: 110, from: server, has: "\r\n..5 kg" }
 */
export const wire = defineCondition({
  kind: 'wire',
  about: 'Octets went over a connection.',
  entries: () => entries,
  check(wanted, { world }) {
    const text = wanted.has.toLowerCase()
    const streams = streamsOf(world.events, wanted)
    if (!streams.length) return notYet(`No connection to ${sessionPlace(wanted)} yet.`)
    return streams.some((sent) => sent.toLowerCase().includes(text))
      ? met
      : notYet(`${code(wanted.has.trim())} did not go over the wire so far.`)
  },
})

/** What each side of each connection sent, as one text. */
function streamsOf(events: readonly WorldEvent[], wanted: Wanted): string[] {
  const streams = new Map<string, string[]>()
  for (const event of events) {
    if (event.type !== 'wire' || !isWanted(event, wanted)) continue
    if (!isAt(connectionOf(events, event.connection), wanted)) continue
    const key = `${event.connection} ${event.from}`
    const sent = streams.get(key) ?? []
    sent.push(fromLatin1(event.bytes))
    streams.set(key, sent)
  }
  return [...streams.values()].map((sent) => sent.join(''))
}

const isWanted = (event: EventOf<'wire'>, { from, tls }: Wanted): boolean =>
  (from ?? event.from) === event.from && (tls === undefined || (tls === 'yes') === !!event.tls)

const isAt = (opened: EventOf<'opened'> | undefined, { host, port, client }: Wanted): boolean =>
  opened !== undefined &&
  (host ?? opened.to) === opened.to &&
  (port ?? opened.port) === opened.port &&
  (client ?? opened.from) === opened.from
