import type { ImapHost } from '../server/host.ts'
import { dovecot } from './dovecot.ts'
import type { Differences, Personality } from './personality.ts'
import { teaching } from './teaching.ts'

/** A personality is the default one, changed where it differs. */
const differing = ({ words, policies }: Differences): Personality => ({
  words: { ...teaching.words, ...words },
  policies: { ...teaching.policies, ...policies },
})

export const personalities: Readonly<Record<ImapHost['personality'], Personality>> = {
  teaching,
  dovecot: differing(dovecot),
}

export const personalityOf = ({ personality }: ImapHost): Personality => personalities[personality]
