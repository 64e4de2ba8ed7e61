import * as v from 'valibot'
import { certificate } from './web.ts'
import { name, text, type Spec } from './values.ts'

const where = {
  /** The host that connects; any by default. */
  from: v.exactOptional(name),
  /** The host that it connects to; any by default. */
  to: v.exactOptional(name),
  /** Any by default. */
  port: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(65_535))),
}

/** Somebody on the wire between two hosts, who does one thing there. */
export const onPath = v.variant('does', [
  /** Reads what is not under TLS. */
  v.strictObject({ ...where, does: v.literal('listen') }),
  /** Hides that the server offers STARTTLS. */
  v.strictObject({ ...where, does: v.literal('strip-starttls') }),
  /** Ends TLS itself, with this certificate, and begins another with the server. */
  v.strictObject({ ...where, does: v.literal('own-certificate'), certificate }),
  /** Changes what is sent to the server, and by HTTPS what comes back too, where it can be read. */
  v.strictObject({
    ...where,
    does: v.literal('alter'),
    find: v.pipe(text, v.nonEmpty('Write what is looked for.')),
    replace: text,
  }),
  /** Lets nothing through: a provider that blocks a port. */
  v.strictObject({ ...where, does: v.literal('block') }),
  /** Leads connections to another host. */
  v.strictObject({ ...where, does: v.literal('redirect'), host: name }),
  /** Hides what the DNS has for a name; where that is signed and the host validates, it sees that. */
  v.strictObject({
    from: v.exactOptional(name),
    does: v.literal('hide-answer'),
    name,
    type: v.exactOptional(v.picklist(['A', 'AAAA', 'MX', 'TXT', 'TLSA', 'CNAME'])),
  }),
])
export type OnPathSpec = Spec<typeof onPath>
