import { once } from '../../../core/once.ts'
import type { Authentication, Identifier, Judged } from '../../../lab/types.ts'

/** What DMARC judges of a message, and its verdict; of the same message always the same object. */
export const judgedOf = once(({ spf, dkim, dmarc }: Authentication): Judged => ({
  spf: identifierOf(spf),
  dkim: { signatures: dkim.signatures.map(identifierOf) },
  dmarc,
}))

const identifierOf = ({ domain, result }: Identifier): Identifier => ({ domain, result })
