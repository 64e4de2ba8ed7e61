import * as v from 'valibot'
import { address, count, list, text, type Spec } from './values.ts'

/** A mailing list (RFC 5321 §3.9.2). */
export const mailingList = v.strictObject({
  address,
  /** For people; the local part by default. */
  name: v.exactOptional(text),
  members: list(address),
  /** Before the subject of each post, with its brackets. */
  subjectTag: v.exactOptional(text),
  /** Below each post. */
  footer: v.exactOptional(text),
  /**
   * `rewritten`: the list stands in From, `Alice via Club`, so that its own domain is checked; `kept` by default.
   * `by-policy`: rewritten where the author’s domain asks for quarantine or to reject (RFC 9989 §4.7).
   */
  from: v.exactOptional(v.picklist(['kept', 'rewritten', 'by-policy'])),
  /** What becomes of posts of those who are no members; `held` for its owner by default. */
  strangers: v.exactOptional(v.picklist(['accepted', 'held', 'refused'])),
  /** Where one click is enough to leave (RFC 8058): an address of HTTPS. */
  unsubscribe: v.exactOptional(
    v.pipe(text, v.regex(/^https:\/\/\S+$/, 'Write an address that begins with `https://`.')),
  ),
  /** Whether it seals what it found (RFC 8617 §5.1), with a key of its host. */
  seal: v.exactOptional(v.boolean()),
  /** Bounces after which a member gets no more posts; 5 by default. */
  bounceLimit: v.exactOptional(count),
})
export type MailingListSpec = Spec<typeof mailingList>
