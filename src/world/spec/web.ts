import * as v from 'valibot'
import { address, list, text, time, type Spec } from './values.ts'

const certificateName = v.pipe(
  text,
  v.regex(
    /^(?:\*\.)?[a-z0-9_-]+(\.[a-z0-9_-]+)*$/,
    'Write a name in lowercase, such as `mx.example.org` or `*.example.org`.',
  ),
)

const digest = v.pipe(
  text,
  v.regex(/^[0-9a-f]{64}$/, 'Write a SHA-256 digest: 64 hexadecimal digits in lowercase.'),
)

/** What a host shows when TLS begins; the name of the host, for ever, by a trusted issuer by default. */
export const certificate = v.strictObject({
  names: v.pipe(list(certificateName), v.minLength(1, 'A certificate is for a name.')),
  from: v.exactOptional(time),
  until: v.exactOptional(time),
  /** `trusted` by default: everybody knows who signed it. `self`: the host signed it itself. */
  issuer: v.exactOptional(v.picklist(['trusted', 'self'])),
  /** SHA-256 of its public key, of all of it, and of its issuer: what TLSA records name (RFC 6698 §2.2). */
  digests: v.exactOptional(
    v.strictObject({
      key: v.exactOptional(digest),
      certificate: v.exactOptional(digest),
      issuer: v.exactOptional(digest),
      issuerKey: v.exactOptional(digest),
    }),
  ),
})
export type CertificateSpec = Spec<typeof certificate>

export const webPath = v.pipe(
  text,
  v.regex(/^\/[^\s?#]*$/, 'Write a path that begins with `/`, without a query.'),
)

const file = v.strictObject({
  path: webPath,
  /** `text/plain` by default. */
  type: v.exactOptional(
    v.pipe(text, v.regex(/^[\w.+-]+\/[\w.+-]+$/, 'Write a type such as `text/plain`.')),
  ),
  text,
})
export type WebFileSpec = Spec<typeof file>

/** What a host does at a path; there are no programs in it. */
const endpoint = v.variant('does', [
  /** Takes who posts one click off a list, or of all that this host sends where none is named (RFC 8058). */
  v.strictObject({
    path: webPath,
    does: v.literal('unsubscribe'),
    list: v.exactOptional(address),
  }),
  /** Takes whatever is posted: a report, a webhook. */
  v.strictObject({ path: webPath, does: v.literal('collect') }),
  v.strictObject({ path: webPath, does: v.literal('redirect'), to: text }),
  v.strictObject({
    path: webPath,
    does: v.literal('answer'),
    status: v.pipe(
      v.number(),
      v.integer('A status is a whole number.'),
      v.minValue(100),
      v.maxValue(599),
    ),
    text: v.exactOptional(text),
  }),
])
export type EndpointSpec = Spec<typeof endpoint>

/** What a host serves on port 443. */
export const https = v.strictObject({
  files: v.exactOptional(list(file)),
  endpoints: v.exactOptional(list(endpoint)),
})
export type HttpsSpec = Spec<typeof https>
