import { commandNamed } from '../../protocols/pop3/commands/index.ts'
import { capabilityIn, capaKeywords } from '../views/capability-tables.ts'
import { pop3States } from '../views/pop3-states.ts'
import { pop3ResponseCodes } from '../views/response-codes.ts'
import { Pop3Follower } from './follow-pop3.ts'
import { pop3Judge } from './judge-pop3.ts'
import { responseCard } from './response-card.ts'
import type { Spoken } from './spoken.ts'

export const pop3: Spoken = {
  protocol: 'pop3',
  states: pop3States,
  phases: ['authorization', 'user', 'transaction'],
  commandNamed,
  capabilityFacts: (keyword) => capabilityIn(capaKeywords, keyword),
  responseCode: (code) => responseCard(pop3ResponseCodes, code),
  follower: () => new Pop3Follower(),
  judge: pop3Judge,
}
