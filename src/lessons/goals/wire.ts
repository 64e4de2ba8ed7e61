import * as v from 'valibot'
import { wireRows } from '../cards/sources/wire.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'

/**
 * @example
 * { kind: wire, host: mx.example.net, reader: eavesdropper, has: Dear Bob }
 */
export const wire = defineCondition({
  kind: 'wire',
  about: 'A line of the newest connection to a host can be read on the wire.',
  entries: () => ({
    /** The name of the server. */
    host: v.string(),
    /** Its port; any by default. */
    port: v.exactOptional(v.number()),
    /** `eavesdropper`: somebody on the way, who reads nothing under TLS. Both ends read all, by default. */
    reader: v.exactOptional(v.picklist(['eavesdropper'])),
    /** A part of the line; in any case. */
    has: v.string(),
  }),
  check({ has, ...wanted }, { world }) {
    const rows = wireRows(world.events, wanted)
    if (!rows.length) return notYet(`Nothing was said to ${code(wanted.host)} yet.`)
    return rows.some(({ text }) => text.toLowerCase().includes(has.toLowerCase()))
      ? met
      : notYet(`No line on the wire to ${code(wanted.host)} has ${code(has)}.`)
  },
})
