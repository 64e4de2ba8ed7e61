import * as imap from '../protocols/imap/server/state-table.ts'
import { commandPhases as imapPhases } from '../protocols/imap/server/session.ts'
import { transitions as imapTransitions } from '../protocols/imap/server/transitions.ts'
import * as pop3 from '../protocols/pop3/server/state-table.ts'
import {
  states as pop3States,
  transitions as pop3Transitions,
} from '../protocols/pop3/server/transitions.ts'
import type { Transition } from '../protocols/shared/transition.ts'
import { commandPhases as smtpPhases } from '../protocols/smtp/server/session.ts'
import * as smtp from '../protocols/smtp/server/state-table.ts'
import { transitions as smtpTransitions } from '../protocols/smtp/server/transitions.ts'
import type { Command } from './answered-command.ts'
import { outcomeOf } from './command-outcome.ts'
import type { WorldEvent } from './events/index.ts'

/** What a protocol's tables say of its sessions. */
interface Tables {
  readonly first: string
  readonly transitions: readonly Transition<string>[]
  verbsIn(phase: string): readonly string[]
}

/** Nothing is allowed in a phase in which the server reads no command. */
const among =
  <Phase extends string>(phases: readonly Phase[], verbsIn: (phase: Phase) => readonly string[]) =>
  (phase: string): readonly string[] => {
    const known = phases.find((one) => one === phase)
    return known === undefined ? [] : verbsIn(known)
  }

const smtpVerbs = among(smtpPhases, smtp.verbsAllowedIn)

/** The greeting of LMTP stands in for those of SMTP (RFC 2033 §4.1). */
const GREETINGS = ['EHLO', 'HELO', 'LHLO']
const greetedWith = (kept: readonly string[]) => (phase: string) =>
  smtpVerbs(phase).filter((verb) => kept.includes(verb) || !GREETINGS.includes(verb))

const tables: Readonly<Record<Command['protocol'], Tables>> = {
  smtp: {
    ...{ first: 'connected', transitions: smtpTransitions },
    verbsIn: greetedWith(['EHLO', 'HELO']),
  },
  lmtp: { first: 'connected', transitions: smtpTransitions, verbsIn: greetedWith(['LHLO']) },
  imap: {
    ...{ first: imapPhases[0], transitions: imapTransitions },
    verbsIn: among(imapPhases, imap.verbsAllowedIn),
  },
  pop3: {
    ...{ first: pop3States[0]!, transitions: pop3Transitions },
    verbsIn: among(pop3States, pop3.verbsAllowedIn),
  },
}

/** A session as its commands have left it. */
export interface SessionNow {
  readonly protocol: Command['protocol']
  readonly phase: string
  /** The verbs that are allowed now, in their protocol's order. */
  readonly verbs: readonly string[]
}

/**
 * How far the session of a connection has come, by its protocol's table of states.
 * @returns Undefined where no server has spoken in it yet.
 */
export function sessionNow(
  events: readonly WorldEvent[],
  connection: number,
): SessionNow | undefined {
  let protocol: Command['protocol'] | undefined
  let phase = ''
  for (const event of events) {
    if (!('connection' in event) || event.connection !== connection) continue
    if (event.type === 'closed') phase = 'closed'
    if (event.type !== 'command') continue
    if (protocol !== event.protocol) phase = tables[event.protocol].first
    protocol = event.protocol
    phase = nextPhase(tables[protocol], phase, event)
  }
  return protocol && { protocol, phase, verbs: tables[protocol].verbsIn(phase) }
}

function nextPhase({ transitions }: Tables, phase: string, command: Command): string {
  const { by, on, closes } = outcomeOf(command)
  if (closes) return 'closed'
  return (
    transitions.find((row) => row.from === phase && row.by === by && row.on === on)?.to ?? phase
  )
}
