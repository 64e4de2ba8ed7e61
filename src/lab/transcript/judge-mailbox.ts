import { fromUtf8, utf8 } from '../../core/bytes.ts'
import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { SyntaxProblem } from '../../protocols/shared/syntax-problem.ts'
import { createMemoryStore } from '../../protocols/store/memory-store.ts'
import type { MailStore } from '../../protocols/store/store.ts'
import { outcomeOf } from '../../world/command-outcome.ts'
import type { Exchange } from './exchange.ts'
import { Stage, type Judge, type Judged } from './judge.ts'

export const ACCOUNTS = [{ login: 'alice', password: 'secret', address: 'alice@example.net' }]
export const PEER = { address: '198.51.100.7', nonce: 'Kx7fQ2mZ9aBcD4eF' }
export const TLS = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }

/** As many messages as a transcript may speak of, and commands may still be played about. */
const MOST_MESSAGES = 300

/** A mailbox with as many messages as the lines speak of. */
export function storeFor(messages: number): MailStore {
  const store = createMemoryStore()
  const inbox = store.open('alice').mailbox('INBOX')!
  const bytes = utf8('Subject: x\r\n\r\n')
  inbox.append(
    Array.from({ length: Math.min(messages, MOST_MESSAGES) }, () => ({ bytes, internalDate: 0 })),
  )
  return store
}

interface AnswerEffect {
  readonly verb: string
  readonly argument: string
  readonly text: string
  readonly status: string
  readonly problem?: SyntaxProblem
}

interface AnyTurn<Session> {
  readonly session: Session
  readonly effects: readonly (
    | { readonly type: 'send'; readonly bytes: Uint8Array }
    | ({ readonly type: 'command' } & AnswerEffect)
    | { readonly type: 'stream' | 'startTls' | 'close' }
  )[]
}

/** What differs between the two protocols that read mailboxes. */
export interface Engine<Session> {
  readonly protocol: Exclude<SpokenProtocol, 'smtp'>
  open(): AnyTurn<Session>
  send(session: Session, octets: string): AnyTurn<Session>
  wayTo(phase: string): readonly string[]
}

/** The server of IMAP or POP3. */
export class MailboxJudge<Session extends { readonly phase: string }> implements Judge {
  private readonly engine: Engine<Session>
  private readonly stage: Stage<Session>

  constructor(engine: Engine<Session>, first: string) {
    this.engine = engine
    this.stage = new Stage(first, (phase) => this.lead(phase))
  }

  play({ octets, argument }: Exchange): Judged | undefined {
    // About messages beyond those that are there nothing can be said.
    if (highestIn(argument) > MOST_MESSAGES) return undefined
    const turn = this.engine.send(this.stage.session, octets)
    this.stage.played(turn.session)
    const given = turn.effects.find((effect) => effect.type === 'command')
    if (!given) return undefined
    const isRefused = ['NO', 'BAD', '-ERR'].includes(given.status)
    return {
      says: lastLine(turn.effects),
      isRefused,
      isSyntax: isRefused && given.problem !== undefined && given.status !== 'NO',
      ...(given.problem && { problem: given.problem }),
      outcome: outcomeOf({
        ...{ ...given, type: 'command', connection: 0 },
        protocol: this.engine.protocol,
      }),
    }
  }

  settle(phase: string): void {
    this.stage.settle(phase)
  }

  private lead(phase: string): Session {
    let { session } = this.engine.open()
    for (const line of this.engine.wayTo(phase))
      session = this.engine.send(session, `${line}\r\n`).session
    return session
  }
}

const highestIn = (argument: string): number =>
  (argument.match(/(?<![\w.])\d{1,10}(?![\w.])/g) ?? []).map(Number).reduce(higher, 0)

const higher = (one: number, other: number): number => Math.max(one, other)

/** @param commands All that the client sends: the messages that they speak of are there. */
export const messagesIn = (commands: readonly Exchange[]): number =>
  commands.map(({ argument }) => highestIn(argument)).reduce(higher, 1)

const lastLine = (effects: AnyTurn<unknown>['effects']): string =>
  effects
    .flatMap((effect) => (effect.type === 'send' ? [fromUtf8(effect.bytes)] : []))
    .join('')
    .trimEnd()
    .split('\r\n')
    .at(-1)!
