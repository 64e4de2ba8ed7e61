import { bimi } from './bimi.ts'
import type { Composer, ComposerId } from './composer.ts'
import { dkim } from './dkim.ts'
import { dmarc } from './dmarc.ts'
import { mtaSts } from './mta-sts.ts'
import { spf } from './spf.ts'

/** Every kind of record that is written, in the order in which one needs them. */
export const composers: readonly Composer[] = [spf, dkim, dmarc, mtaSts, bimi]

export const composerOf = (id: ComposerId): Composer =>
  composers.find((composer) => composer.id === id) ?? spf
