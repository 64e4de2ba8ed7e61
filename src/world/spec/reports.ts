import * as v from 'valibot'
import { address, text, type Spec } from './values.ts'

/** The reports that a host sends about what it saw, each day at midnight (UTC). */
export const reports = v.strictObject({
  /** What it made of messages, to the domains that they claim to come from (RFC 9990). */
  dmarc: v.exactOptional(v.literal('daily')),
  /** Of each message that failed, at once, where the domain wants that (RFC 9991). */
  failures: v.exactOptional(v.boolean()),
  /** How TLS went with the mail hosts of others (RFC 8460). */
  tls: v.exactOptional(v.literal('daily')),
  /** Who sends them; `noreply-reports@` its first domain by default. */
  from: v.exactOptional(address),
  /** Its name by default. */
  organization: v.exactOptional(text),
})
export type ReportsSpec = Spec<typeof reports>
