import * as v from 'valibot'
import { address, list, text, type Spec } from './values.ts'

/** `bob@alumni.test`, or `*@alumni.test` for all that the domain does not know otherwise. */
const aliasAddress = v.pipe(
  text,
  v.regex(
    /^(?:\*|[^@\s<>*]+)@[^@\s<>]+$/,
    'Write an address without brackets, or `*@` and a domain for all others.',
  ),
)

const targets = v.pipe(list(address), v.minLength(1, 'An alias leads to at least one address.'))

/** Another name of one or more addresses, here or elsewhere (RFC 5321 §3.9.1). */
const alias = v.strictObject({ address: aliasAddress, to: targets })
export type AliasSpec = Spec<typeof alias>

export const aliases = list(alias)

/** What a host changes in a message that it passes on or keeps. */
export const change = v.variant('kind', [
  /** Before the subject, with its brackets. */
  v.strictObject({ kind: v.literal('tag'), text: v.pipe(text, v.nonEmpty('Write the tag.')) }),
  /** Below the text. */
  v.strictObject({
    kind: v.literal('footer'),
    text: v.pipe(text, v.nonEmpty('Write the footer.')),
  }),
  /** White space at the ends of lines, and empty lines at the end, go. */
  v.strictObject({ kind: v.literal('trim') }),
  /** The subject is broken into several lines, and says the same. */
  v.strictObject({ kind: v.literal('refold') }),
  /** Words of the text become others. */
  v.strictObject({
    kind: v.literal('replace'),
    text: v.pipe(text, v.nonEmpty('Write the words that go.'), v.excludes(' => ')),
    by: v.pipe(text, v.excludes(' => ')),
  }),
])
export type ChangeSpec = Spec<typeof change>

/** A gateway changes every message that comes in, before it checks signatures or after. */
export const gateway = v.strictObject({
  beforeCheck: v.exactOptional(list(change)),
  afterCheck: v.exactOptional(list(change)),
})

/** How it sends on what its aliases lead elsewhere. */
export const forwarding = v.strictObject({
  /**
   * `unchanged`, by default: the reverse-path stays (RFC 5321 §3.9.1). `srs`: it becomes an address of the
   * alias’s domain, which leads bounces back.
   */
  sender: v.exactOptional(v.picklist(['unchanged', 'srs'])),
  /** Of the hash in such an address; made from the world’s seed by default. */
  secret: v.exactOptional(text),
  /** Whether it states what it found, and seals that (RFC 8617 §5.1), with a key of its own. */
  seal: v.exactOptional(v.boolean()),
  changes: v.exactOptional(list(change)),
  /** What becomes of a message that it would put into the spam folder; `forwarded` by default. */
  junk: v.exactOptional(v.picklist(['forwarded', 'refused'])),
})
export type ForwardingSpec = Spec<typeof forwarding>
