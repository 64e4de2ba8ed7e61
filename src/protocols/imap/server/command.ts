import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import type { CommandFacts } from '../../shared/command-facts.ts'
import type { Output } from './output.ts'
import type { Personality, Words } from '../personalities/personality.ts'
import type {
  CommandPhase,
  CommandSession,
  Effect,
  ImapSession,
  SessionIn,
  Status,
} from './session.ts'
import { failed, type Parser, type Reader } from '../wire/reader.ts'
import { readWhole } from '../wire/reader.ts'

/** A command that the server knows. */
export interface Command extends CommandFacts {
  readonly allowedIn: readonly CommandPhase[]
  /**
   * Whether its reply may report EXPUNGE: not where message numbers must stay valid
   * (RFC 9051 §7.5.1).
   */
  readonly expunges: 'reported' | 'held'
  /** What its literals hold: names and keys, or messages, which may be long. */
  readonly literals: 'strings' | 'messages'
  /** Refuses the command before the client sends its literal, by what has arrived so far. */
  early(session: CommandSession, reader: Reader, tools: Tools): Answer | undefined
  /** @param reader At the first argument. */
  run(session: CommandSession, reader: Reader, tools: Tools): Answer
}

/** What a command may use beyond its session. */
export interface Tools {
  readonly responses: Words
  readonly policies: Personality['policies']
  readonly command: CommandFacts
  readonly tag: string
  /** What was typed behind the verb; of a literal its announcement alone. */
  readonly argument: string
}

export type Answer = Reply | Continuation

/** Untagged data and the tagged reply behind it. */
export interface Reply {
  readonly type: 'reply'
  readonly session: ImapSession
  readonly untagged: Output
  /** More of it, made as the client takes it. */
  readonly stream?: Iterable<Output[number]>
  readonly status: Status
  /** The response code, without brackets: `TRYCREATE`. */
  readonly code?: string
  readonly text: string
  /** To be done after the reply. */
  readonly effects: readonly Effect[]
  readonly problem?: SyntaxProblem
  /** `reported`: the untagged data has the changes of the mailbox already. */
  readonly changes: 'pending' | 'reported'
}

/** `+ …`: the tagged reply follows later. */
export interface Continuation {
  readonly type: 'continuation'
  readonly session: ImapSession
  readonly untagged: Output
  readonly text: string
}

type More = Partial<Pick<Reply, 'untagged' | 'stream' | 'code' | 'effects' | 'changes'>>

function answer(session: ImapSession, status: Status, text: string, more: More | undefined): Reply {
  const type = 'reply'
  const changes = 'pending'
  const reply = {
    type,
    session,
    untagged: NOTHING,
    effects: NOTHING,
    changes,
    status,
    text,
  } as const
  return more ? { ...reply, ...more } : reply
}

const NOTHING: readonly never[] = []

export const ok = (session: ImapSession, text: string, more?: More): Reply =>
  answer(session, 'OK', text, more)

export const no = (session: ImapSession, text: string, more?: More): Reply =>
  answer(session, 'NO', text, more)

export const bad = (
  session: ImapSession,
  text: string,
  problem?: SyntaxProblem,
  more?: More,
): Reply => ({
  ...answer(session, 'BAD', text, more),
  ...(problem && { problem }),
})

/** A command that is well formed, with a mailbox name that is none. */
const refusedName = (
  session: CommandSession,
  { refusedName: refused }: Reader,
  { responses }: Tools,
): Reply | undefined => refused && no(session, responses.badName(refused), { code: 'CANNOT' })

interface CommandIn<Phase extends CommandPhase, Arguments> extends CommandFacts {
  readonly allowedIn: readonly Phase[]
  readonly expunges?: 'reported' | 'held'
  readonly literals?: 'strings' | 'messages'
  /** Reads everything behind the verb and its space. */
  readonly arguments: Parser<Arguments>
  readonly early?: {
    /** The arguments that come before the first literal. */
    readonly arguments: Parser<unknown>
    refuse(session: SessionIn<Phase>, given: unknown, tools: Tools): Answer | undefined
  }
  /** What the command has done by the time that its arguments turn out to be unreadable; nothing by default. */
  unread?(
    session: SessionIn<Phase>,
    tools: Tools,
  ): { readonly session: SessionIn<CommandPhase>; readonly untagged: Output }
  run(session: SessionIn<Phase>, given: Arguments, tools: Tools): Answer
}

/** For a command with messages: refuses by its first arguments. */
export const defineEarly = <Phase extends CommandPhase, Given>(early: {
  readonly arguments: Parser<Given>
  refuse(session: SessionIn<Phase>, given: Given, tools: Tools): Answer | undefined
}): NonNullable<CommandIn<Phase, unknown>['early']> =>
  early as NonNullable<CommandIn<Phase, unknown>['early']>

/**
 * Defines a command. `run` gets only sessions in the phases of `allowedIn`, and arguments that could
 * be read; the engine answers in the other cases.
 */
export const defineCommand = <Phase extends CommandPhase, Arguments>(
  command: CommandIn<Phase, Arguments>,
): Command => ({
  expunges: 'reported',
  literals: 'strings',
  ...command,
  early(session, reader, tools) {
    if (!command.early) return undefined
    const given = command.early.arguments(reader)
    if (given === failed) return refusedName(session, reader, tools)
    return command.early.refuse(session as SessionIn<Phase>, given, tools)
  },
  run(session, reader, tools) {
    const read = readWhole(command.arguments, reader)
    if (!read.ok && read.before && tools.policies.ignoresMore.has(command.verb))
      return command.run(session as SessionIn<Phase>, read.before.value, tools)
    if (!read.ok) {
      const refusal = refusedName(session, reader, tools)
      if (refusal) return { ...refusal, problem: read.problem }
      const because = read.problem.message
      const { argument } = tools
      const isLoggedIn = session.phase !== 'notAuthenticated'
      const facts = { command, because, argument, isLoggedIn }
      const done = command.unread?.(session as SessionIn<Phase>, tools)
      return bad(done?.session ?? session, tools.responses.syntax(facts), read.problem, {
        untagged: done?.untagged ?? [],
      })
    }
    return command.run(session as SessionIn<Phase>, read.value, tools)
  },
})
