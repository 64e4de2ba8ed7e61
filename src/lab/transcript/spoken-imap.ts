import { commandNamed } from '../../protocols/imap/commands/index.ts'
import { commandPhases } from '../../protocols/imap/server/session.ts'
import { capabilityIn } from '../views/capability-tables.ts'
import { imapCapabilities } from '../views/imap-capabilities.ts'
import { imapStates } from '../views/imap-states.ts'
import { ImapFollower } from './follow-imap.ts'
import { imapJudge } from './judge-imap.ts'
import type { Spoken } from './spoken.ts'

export const imap: Spoken = {
  protocol: 'imap',
  states: imapStates,
  phases: commandPhases,
  commandNamed,
  capabilityFacts: (keyword) => capabilityIn(imapCapabilities, keyword),
  follower: () => new ImapFollower(),
  judge: imapJudge,
}
