import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { Command } from '../../world/answered-command.ts'
import { outcomeOf, type CommandOutcome } from '../../world/command-outcome.ts'
import { CLOSED, phaseAfter } from '../views/session-states.ts'
import type { Exchange } from './exchange.ts'
import type { Judged } from './judge.ts'
import type { Oddity, OddityKind } from './played-transcript.ts'
import type { Spoken } from './spoken.ts'

/** An exchange in its session. */
export interface Walked {
  /** The phase in which the command comes, and the one that its answer leads to. */
  readonly before: string
  readonly after: string
  readonly oddity?: Omit<Oddity, 'at'> & { readonly problem?: Judged['problem'] }
}

export interface SessionWalk {
  readonly spoken: Spoken
  readonly exchanges: readonly Exchange[]
  /** Those before which something was left out. */
  readonly afterGap: ReadonlySet<Exchange>
  /** What the server says it can do, in upper case: verbs of extensions are among it. */
  readonly offered: ReadonlySet<string>
}

/**
 * Goes through the commands of a session: by the replies of the transcript where it has them, else by
 * those of the real server, to which each command is played. A transcript that begins in the midst of
 * a session, or leaves something out, stands in the first phase that its next command fits.
 */
export function walkSession(walk: SessionWalk): ReadonlyMap<Exchange, Walked> {
  const { spoken: tables, exchanges, afterGap } = walk
  const judge = tables.judge(tables.states.first, exchanges)
  const walked = new Map<Exchange, Walked>()
  let phase = tables.states.first
  let isLoose = exchanges[0]?.kind !== 'greeting'
  for (const exchange of exchanges) {
    isLoose ||= afterGap.has(exchange)
    const command = tables.commandNamed(exchange.verb)
    if (isLoose && command) {
      const fitting = fittingPhase(tables, command.allowedIn, phase)
      if (fitting !== phase) judge.settle(fitting)
      phase = fitting
      isLoose = command.allowedIn.length >= tables.phases.length
    }
    const judged =
      exchange.kind === 'greeting' || phase === CLOSED ? undefined : judge.play(exchange)
    const after = followed(tables, phase, exchange, judged)
    const oddity = oddityOf(walk, tables, phase, exchange, judged)
    walked.set(exchange, { before: phase, after, ...(oddity && { oddity }) })
    if (after !== CLOSED) judge.settle(after)
    phase = after
  }
  return walked
}

/** The phase itself where the command may come in it, else the first in which it may. */
const fittingPhase = ({ phases }: Spoken, allowedIn: readonly string[], phase: string): string =>
  allowedIn.includes(phase) ? phase : (phases.find((one) => allowedIn.includes(one)) ?? phase)

function followed(
  { states, protocol }: Spoken,
  phase: string,
  exchange: Exchange,
  judged: Judged | undefined,
): string {
  const outcome = outcomeIn(protocol, exchange) ?? judged?.outcome
  const { kind, verb, argument, answer } = exchange
  // Without an argument AUTH of POP3 lists the mechanisms (RFC 5034 §4).
  if (protocol === 'pop3' && verb === 'AUTH' && argument === '') return phase
  if (kind === 'greeting' && answer && 'status' in answer && answer.status === 'PREAUTH')
    return 'authenticated'
  return outcome ? phaseAfter(states, phase, outcome) : phase
}

/** What the transcript's own reply means to the table; undefined where there is none. */
function outcomeIn(
  protocol: SpokenProtocol,
  { kind, verb, argument, answer }: Exchange,
): CommandOutcome | undefined {
  if (!answer) return undefined
  const head = { type: 'command', connection: 0, verb, argument, text: '' } as const
  const command: Command =
    'code' in answer
      ? { ...head, protocol: 'smtp', code: answer.code }
      : { ...head, protocol: protocol === 'pop3' ? 'pop3' : 'imap', status: answer.status }
  return kind === 'greeting' && 'code' in answer && answer.code === 421
    ? { by: verb, closes: true }
    : outcomeOf(command)
}

function oddityOf(
  { offered }: SessionWalk,
  tables: Spoken,
  phase: string,
  exchange: Exchange,
  judged: Judged | undefined,
): Walked['oddity'] {
  const { verb } = exchange
  const kind = kindOf(tables, phase, exchange, judged, offered)
  if (kind === undefined) return undefined
  const source = tables.commandNamed(verb)?.source
  return {
    kind,
    ...(judged && { says: judged.says }),
    ...(judged?.problem && kind === 'syntax' && { problem: judged.problem }),
    allowed: tables.states.phases[phase]?.allowed ?? [],
    wasTaken: isTaken(exchange),
    ...(source && { source }),
  }
}

function kindOf(
  tables: Spoken,
  phase: string,
  { kind, verb }: Exchange,
  judged: Judged | undefined,
  offered: ReadonlySet<string>,
): OddityKind | undefined {
  if (kind !== 'command') return undefined
  if (phase === CLOSED) return 'out-of-place'
  const command = tables.commandNamed(verb)
  if (!command) return offered.has(verb) ? undefined : 'unknown'
  const isInPlace = command.allowedIn.includes(phase)
  if (!isInPlace && judged?.isRefused !== false) return 'out-of-place'
  return judged?.isRefused && judged.isSyntax ? 'syntax' : undefined
}

const isTaken = ({ answer }: Exchange): boolean =>
  answer !== undefined &&
  ('code' in answer ? answer.code < 400 : ['OK', '+OK'].includes(answer.status))
