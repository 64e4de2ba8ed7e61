import type { Pop3Host } from '../server/host.ts'
import { dovecot } from './dovecot.ts'
import type { Personality } from './personality.ts'
import { teaching } from './teaching.ts'

export const personalities: Readonly<Record<Pop3Host['personality'], Personality>> = {
  teaching,
  dovecot,
}

export const personalityOf = ({ personality }: Pop3Host): Personality => personalities[personality]
