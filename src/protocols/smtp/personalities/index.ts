import type { SmtpHost } from '../server/host.ts'
import { dovecot } from './dovecot.ts'
import { exchange } from './exchange.ts'
import type { Personality } from './personality.ts'
import { postfix } from './postfix.ts'
import { teaching } from './teaching.ts'

export const personalities: Readonly<Record<SmtpHost['personality'], Personality>> = {
  teaching,
  postfix,
  dovecot,
  exchange,
}

export const personalityOf = ({ personality }: SmtpHost): Personality => personalities[personality]
