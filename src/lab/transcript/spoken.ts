import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import { commandNamed as imapCommand } from '../../protocols/imap/commands/index.ts'
import { commandPhases as imapPhases } from '../../protocols/imap/server/session.ts'
import { commandNamed as pop3Command } from '../../protocols/pop3/commands/index.ts'
import type { CommandFacts } from '../../protocols/shared/command-facts.ts'
import { commandNamed as smtpCommand } from '../../protocols/smtp/commands/index.ts'
import { commandPhases as smtpPhases } from '../../protocols/smtp/server/session.ts'
import { imapStates, pop3States } from '../views/mailbox-states.ts'
import type { SessionStates } from '../views/session-states.ts'
import { smtpStates } from '../views/smtp-states.ts'

/** What the tables of a protocol say of its sessions. */
export interface Spoken {
  readonly states: SessionStates
  /** Those in which a command may come, in the order of a session. */
  readonly phases: readonly string[]
  commandNamed(verb: string): (CommandFacts & { readonly allowedIn: readonly string[] }) | undefined
  allowedIn(phase: string): readonly string[]
}

export const spoken: Readonly<Record<SpokenProtocol, Spoken>> = {
  smtp: {
    states: smtpStates,
    phases: smtpPhases,
    commandNamed: smtpCommand,
    allowedIn: (phase) => smtpStates.phases[phase]?.allowed ?? [],
  },
  imap: {
    states: imapStates,
    phases: imapPhases,
    commandNamed: imapCommand,
    allowedIn: (phase) => imapStates.phases[phase]?.allowed ?? [],
  },
  pop3: {
    states: pop3States,
    phases: ['authorization', 'user', 'transaction'],
    commandNamed: pop3Command,
    allowedIn: (phase) => pop3States.phases[phase]?.allowed ?? [],
  },
}
