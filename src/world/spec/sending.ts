import * as v from 'valibot'
import { address, count, list, name, text, type Spec } from './values.ts'

/** A host that takes what this one sends, and delivers it (a smarthost). */
export const relayThrough = v.strictObject({
  /** Its name; the DNS has its address. */
  host: name,
  /** 587 by default; on 465 TLS comes first (RFC 8314 §3.3). */
  port: v.exactOptional(v.picklist([25, 465, 587])),
  /** Under which this host logs in; without it, its address must be enough. */
  login: v.exactOptional(v.strictObject({ name: text, password: text })),
})
export type RelayThroughSpec = Spec<typeof relayThrough>

/** A customer of a submission service: its login, and the domains it may send as. */
const tenant = v.strictObject({
  login: v.pipe(text, v.nonEmpty('A customer logs in by a name.')),
  password: text,
  domains: v.pipe(list(name), v.minLength(1, 'Name the domains that it may send as.')),
  /** Domain of the reverse-path of what it sends, for bounces; its own sender stays by default. */
  returnPath: v.exactOptional(name),
  /** Messages within an hour; more are put off. No limit by default. */
  perHour: v.exactOptional(count),
})
export type TenantSpec = Spec<typeof tenant>

export const tenants = list(tenant)

const tlsNeed = v.picklist(['none', 'opportunistic', 'required', 'verified'])
export type TlsNeed = v.InferOutput<typeof tlsNeed>

/** How a service looks after what its customers send. */
export const sending = v.strictObject({
  /** Whether an address that bounced for good, or whose reader complained, gets no more mail. */
  suppresses: v.exactOptional(v.boolean()),
  /** Where complaints of mailbox hosts come in (RFC 5965). */
  complaintsTo: v.exactOptional(address),
  /** A domain whose key signs everything, beside that of the customer. */
  alsoSigns: v.exactOptional(name),
  /**
   * TLS to other mail hosts: `opportunistic` by default, where they offer it, whatever their certificate.
   * `required`: no mail without it. `verified`: none without a certificate that holds for the host.
   */
  tls: v.exactOptional(tlsNeed),
  /** The same for the recipients of some domains. */
  tlsFor: v.exactOptional(list(v.strictObject({ domain: name, tls: tlsNeed }))),
  /** The policies of recipients’ domains that it follows (RFC 8461, RFC 7672); none by default. */
  honours: v.exactOptional(list(v.picklist(['mta-sts', 'dane']))),
  /** What comes of an MX record that names an alias, which none may (RFC 2181 §10.3); `followed` by default. */
  mxAliases: v.exactOptional(v.picklist(['followed', 'refused'])),
})
export type SendingSpec = Spec<typeof sending>
