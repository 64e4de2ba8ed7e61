import { commandNamed } from '../../protocols/imap/commands/index.ts'
import { commandPhases } from '../../protocols/imap/server/session.ts'
import { capabilityIn } from '../views/capability-tables.ts'
import { imapCapabilities } from '../views/imap-capabilities.ts'
import { imapStates } from '../views/imap-states.ts'
import { imapResponseCodes } from '../views/response-codes.ts'
import { ImapFollower } from './follow-imap.ts'
import { imapData } from './imap-data.ts'
import { imapJudge } from './judge-imap.ts'
import { responseCard } from './response-card.ts'
import type { Spoken } from './spoken.ts'

const capabilityFacts: Spoken['capabilityFacts'] = (keyword) =>
  capabilityIn(imapCapabilities, keyword)

export const imap: Spoken = {
  protocol: 'imap',
  states: imapStates,
  phases: commandPhases,
  commandNamed,
  capabilityFacts,
  responseCode: (code) => responseCard(imapResponseCodes, code),
  untagged: (text) => imapData(text, capabilityFacts),
  follower: () => new ImapFollower(),
  judge: imapJudge,
}
