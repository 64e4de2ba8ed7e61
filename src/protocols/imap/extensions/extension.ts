import type { Section } from '../../../core/section.ts'
import type { ImapHost } from '../server/host.ts'

/** Something that a server can do beyond the base, as CAPABILITY names it. */
export interface ImapExtension {
  /** As announced: `MOVE`, `STATUS=SIZE`. */
  readonly capability: string
  readonly source: Section
  /** What it is good for, in one line without its full stop. */
  readonly about: string
  /** Verbs that came with it. */
  readonly verbs: readonly string[]
  /** Before the login a server announces only what helps to log in. */
  readonly announced: 'always' | 'afterLogin'
  /** Whether IMAP4rev2 has it in its base (RFC 9051 appendix E). */
  readonly inRev2: 'yes' | 'no'
  /** Whether a host has it; every one by default. */
  offeredBy(host: ImapHost): boolean
}

export const defineExtension = (
  extension: Pick<ImapExtension, 'capability' | 'source' | 'about'> & Partial<ImapExtension>,
): ImapExtension => ({
  ...{ verbs: [], announced: 'afterLogin', inRev2: 'no', offeredBy: () => true },
  ...extension,
})
