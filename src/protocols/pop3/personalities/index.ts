import type { Pop3Host } from '../server/host.ts'
import { dovecot } from './dovecot.ts'
import type { Differences, Personality } from './personality.ts'
import { teaching } from './teaching.ts'

/** A personality is the default one, changed where it differs. */
const differing = ({ replies, policies }: Differences): Personality => ({
  replies: { ...teaching.replies, ...replies },
  policies: { ...teaching.policies, ...policies },
})

export const personalities: Readonly<Record<Pop3Host['personality'], Personality>> = {
  teaching,
  dovecot: differing(dovecot),
}

export const personalityOf = ({ personality }: Pop3Host): Personality => personalities[personality]
