import type { SyntaxProblem } from '../../protocols/shared/syntax-problem.ts'
import type { Exchange } from './exchange.ts'

/** What the real server says to a command. */
export interface Judged {
  /** The reply, as it goes over the wire; of several lines the last. */
  readonly says: string
  readonly isRefused: boolean
  /** Whether it is the form of the line that is refused, and not what it asks for. */
  readonly isSyntax: boolean
  /** Counts in the argument, or in the line where `inLine` says so. */
  readonly problem?: SyntaxProblem
  readonly outcome: { readonly by: string; readonly on?: 'yes' | 'no'; readonly closes?: boolean }
}

/** The real server of a protocol, to which the client's lines of a transcript are played. */
export interface Judge {
  /** Plays a command in the phase in which the session is. Undefined where the server says nothing. */
  play(exchange: Exchange): Judged | undefined
  /** The transcript has come to this phase; a session that stands elsewhere is led there. */
  settle(phase: string): void
}

/** Keeps a session that may be led to a phase anew. */
export class Stage<Session extends { readonly phase: string }> {
  private before: Session
  private after: Session
  private readonly lead: (phase: string) => Session

  /** @param lead Opens a session, and leads it to a phase. */
  constructor(first: string, lead: (phase: string) => Session) {
    this.lead = lead
    this.before = this.after = lead(first)
  }

  /** In which the next command is played. */
  get session(): Session {
    return this.before
  }

  /** What the session came to by the command. */
  played(after: Session): void {
    this.after = after
  }

  settle(phase: string): void {
    const stands = [this.after, this.before].find((one) => one.phase === phase)
    this.before = this.after = stands ?? this.lead(phase)
  }
}
