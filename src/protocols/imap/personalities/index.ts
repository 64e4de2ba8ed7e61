import type { ImapHost } from '../server/host.ts'
import { dovecot } from './dovecot.ts'
import type { Personality } from './personality.ts'
import { teaching } from './teaching.ts'

export const personalities: Readonly<Record<ImapHost['personality'], Personality>> = {
  teaching,
  dovecot,
}

export const personalityOf = ({ personality }: ImapHost): Personality => personalities[personality]
