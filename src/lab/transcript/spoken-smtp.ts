import { commandNamed } from '../../protocols/smtp/commands/index.ts'
import { commandPhases } from '../../protocols/smtp/server/session.ts'
import { capabilityIn, ehloKeywords } from '../views/capability-tables.ts'
import { smtpStates } from '../views/smtp-states.ts'
import { SmtpFollower } from './follow-smtp.ts'
import { SmtpJudge } from './judge-smtp.ts'
import type { Spoken } from './spoken.ts'

export const smtp: Spoken = {
  protocol: 'smtp',
  states: smtpStates,
  phases: commandPhases,
  commandNamed,
  capabilityFacts: (keyword) => capabilityIn(ehloKeywords, keyword),
  follower: () => new SmtpFollower(),
  judge: (first, commands) =>
    new SmtpJudge(first, commands.some(({ verb }) => verb === 'LHLO') ? 'lmtp' : 'mx'),
}
