import { fromLatin1, fromStrictUtf8 } from '../../../core/bytes.ts'
import { shift } from '../../../core/span.ts'
import { go, stay, type Answer, type Command, type Tools } from './command.ts'
import { countCommand } from './counters.ts'
import { commandNamed, commands } from '../commands/index.ts'
import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import { checkPreconditions, isOffered } from './preconditions.ts'
import { SASL_LINE } from '../../sasl/sasl.ts'
import { COMMAND_LINE } from '../limits.ts'
import { isAscii } from '../wire/paths.ts'
import { faultAt, type InjectedFault } from '../policies/faults.ts'
import type { Reply } from '../wire/reply.ts'
import {
  closed,
  toGreeted,
  toSkipping,
  withoutTransaction,
  type CommandSession,
  type Handled,
  type Turn,
} from './session.ts'
import { respond, hangUp, waiting, type Asked } from './respond.ts'
import { suggest } from './suggest.ts'
import { handleLine } from '../../shared/session-line.ts'

/** Octets of a line to keep: the longest that any command may have. */
const KEPT = SASL_LINE + COMMAND_LINE

/** Reads up to the end of a command line, and answers it if the end came. */
export function handleCommand(session: CommandSession, bytes: Uint8Array, from: number): Handled {
  return handleLine(session, bytes, from, KEPT, ({ session: atLine, octets, length }) => {
    const line = splitLine(atLine, readUpTo(atLine, octets))
    return respondTo(atLine, line, answerLine(atLine, line, length))
  })
}

/** What the host reads of a line: some drop what is beyond their limit, unless it is of a login. */
function readUpTo({ personality }: CommandSession, octets: Uint8Array): Uint8Array {
  const { longLines } = personality.policies
  if (longLines === 'refuse' || octets.length <= longLines) return octets
  const isLogin = /^ *auth /i.test(fromLatin1(octets.subarray(0, 80)))
  return isLogin ? octets : octets.subarray(0, longLines)
}

/** Sends the answer; an injected fault of the host comes in between. */
function respondTo(session: CommandSession, line: SplitLine, answer: Answer): Turn {
  const asked: Asked = {
    verb: line.command?.verb ?? line.word,
    argument: shownArgument(line),
    ...problemInLine(answer.problem, line.argumentAt),
  }
  const answered = countIdle(answer, line.command)
  if (!answered.reply) return { session: answered.session, effects: answered.then ?? [] }
  const broken = faultAt(session, asked.verb, asked.argument)
  if (broken) return breakDown(broken, countCommand(session, line.command), asked, answered)
  return respond(answered.session, asked, answered.reply, answered.then)
}

const problemInLine = (
  problem: SyntaxProblem | undefined,
  argumentAt: number,
): { problem?: SyntaxProblem } =>
  problem ? { problem: { ...problem, span: shift(problem.span, argumentAt) } } : {}

/** The mechanism of a login may be reported, but no password. */
const shownArgument = ({ command, argument }: SplitLine): string =>
  command?.secret === 'argument' ? argument.replace(/\s.*$/s, ' ...') : argument

/** What a host with an injected fault does in place of an answer, or before it. */
export function breakDown(
  broken: InjectedFault,
  before: CommandSession,
  asked: Asked,
  answer: Answer,
): Turn {
  switch (broken.kind) {
    case 'closing':
      return hangUp(before, 'closing')
    case 'drop':
      return { session: closed, effects: [{ type: 'close' }] }
    case 'refuse': {
      const { code, enhanced, text } = broken
      return respond(before, asked, { code, enhanced, lines: text.split('\n') })
    }
    case 'slow': {
      const sent = respond(answer.session, asked, answer.reply!, answer.then)
      return { session: sent.session, effects: [...waiting(broken.milliseconds), ...sent.effects] }
    }
  }
}

/** Every command without use beyond the limit counts as an error too. */
function countIdle(answer: Answer, command: Command | undefined): Answer {
  const { session } = answer
  if (command?.use !== 'idle' || session.phase === 'closed') return answer
  const idle = session.counters.idle + 1
  const errors = session.counters.errors + (idle > session.host.maxIdleCommands ? 1 : 0)
  const next = { ...session, counters: { ...session.counters, idle, errors } }
  if (errors < session.host.maxErrors || idle <= session.host.maxIdleCommands)
    return { ...answer, session: next }
  const replies = session.personality.replies
  return { session: closed, reply: replies.tooManyErrors({ host: session.host.name }) }
}

interface SplitLine {
  /** As typed, up to the first white space. */
  readonly word: string
  readonly argument: string
  /** Where the argument stands in the line. */
  readonly argumentAt: number
  readonly command: Command | undefined
  /** How the octets read. */
  readonly text: 'ascii' | 'utf8' | 'neither'
}

/** White space around verb and argument is let pass (RFC 5321 §4.1.1). */
function splitLine({ host, personality }: CommandSession, octets: Uint8Array): SplitLine {
  const decoded = fromStrictUtf8(octets)
  const line = decoded ?? fromLatin1(octets)
  const [opening, word = ''] = /^[ \t]*([^ \t]*)[ \t]*/.exec(line)!
  const argumentAt = opening.length
  const command = commandNamed(word)
  return {
    word,
    argument: withoutWhiteEnd(line.slice(argumentAt)),
    argumentAt,
    command:
      command?.roles.includes(host.role) && !personality.unknownVerbs.includes(command.verb)
        ? command
        : undefined,
    text: decoded === undefined ? 'neither' : isAscii(decoded) ? 'ascii' : 'utf8',
  }
}

function withoutWhiteEnd(text: string): string {
  let end = text.length
  while (text[end - 1] === ' ' || text[end - 1] === '\t') end--
  return text.slice(0, end)
}

function answerLine(before: CommandSession, line: SplitLine, octets: number): Answer {
  const { replies, policies } = before.personality
  const { command, argument } = line
  const session = countCommand(before, command)
  const tools: Tools = { replies, policies, commands }
  const limit = COMMAND_LINE + (command?.extraOctets ?? 0)
  if (octets > limit && (policies.longLines === 'refuse' || command?.secret === 'argument'))
    return stay(session, replies.lineTooLong({ limit }))
  const misread = misreading(session, line, replies)
  if (misread) return misread
  if (!command)
    return policies.isAbuse(line.word)
      ? go(closed, replies.http({}))
      : stay(session, unknown(session, line, replies))
  const ready = withHello(inOrderForTls(session, command, argument), command)
  const answer = answerCommand(ready, command, argument, tools)
  // A refusal leaves all as it was.
  const isRefused = ready !== session && (answer.reply?.code ?? 0) >= 400
  return isRefused ? { ...answer, session } : answer
}

function answerCommand(
  session: CommandSession,
  command: Command,
  argument: string,
  tools: Tools,
): Answer {
  const refusal =
    command.examine?.(session, argument, tools) ?? checkPreconditions(session, command, tools)
  return refusal
    ? skipChunk(session, command, argument, refusal)
    : command.run(session, argument, tools)
}

/** TLS makes the server forget a transaction anyway, so some take STARTTLS while one is open. */
const inOrderForTls = (
  session: CommandSession,
  { verb }: Command,
  argument: string,
): CommandSession =>
  verb === 'STARTTLS' && argument === '' && session.personality.policies.startTls === 'any-time'
    ? withoutTransaction(session)
    : session

/** Where no greeting is needed, the client is called by the name that it has in the DNS. */
function withHello(session: CommandSession, { outOfOrder }: Command): CommandSession {
  const { personality, peer } = session
  const isNeeded = session.phase === 'connected' && outOfOrder.connected === 'helloFirst'
  if (!isNeeded || personality.policies.hello === 'needed') return session
  return toGreeted(session, { verb: 'HELO', name: peer.name ?? `[${peer.address}]` })
}

/** A chunk comes whether or not its command was refused; it is read, and thrown away (RFC 3030 §2). */
function skipChunk(
  session: CommandSession,
  command: Command,
  argument: string,
  refusal: Answer,
): Answer {
  const chunk = command.chunkOf?.(argument)
  if (!chunk || !refusal.reply || refusal.session.phase === 'closed') return refusal
  const isPoisoned =
    session.personality.policies.refusedChunk === 'poison' ? !chunk.isLast : session.isPoisoned
  // What came before a chunk that is lost is no message.
  const isLost = session.phase === 'chunks' && isPoisoned !== session.isPoisoned && chunk.isLast
  const after = { ...(isLost ? withoutTransaction(session) : refusal.session), isPoisoned }
  if (chunk.size === 0) return { ...refusal, session: after }
  const then = { session: after, reply: refusal.reply }
  return { session: toSkipping(session, chunk, then), reply: undefined }
}

function unknown(
  session: CommandSession,
  { word, argument }: SplitLine,
  replies: Tools['replies'],
): Reply {
  const verbs = commands.filter((command) => isOffered(session, command)).map(({ verb }) => verb)
  const greeting = session.host.role === 'lmtp' ? 'LHLO' : 'EHLO'
  const hint = suggest(`${word} ${argument}`.trim(), verbs, greeting)
  return replies.unknownCommand({ typed: word, ...(hint ? { hint } : {}) })
}

/** Control characters are refused with 501 (§4.1.2), octets beyond ASCII with 500 (§2.4). */
function misreading(
  session: CommandSession,
  line: SplitLine,
  replies: Tools['replies'],
): Answer | undefined {
  if (line.text === 'neither') return stay(session, replies.notUtf8({}))
  if (session.personality.policies.text === 'any') return undefined
  if (/[^\P{Cc}\t]/u.test(line.word + line.argument))
    return stay(session, replies.controlCharacter({}))
  if (line.text === 'utf8' && line.command?.argument !== 'utf8')
    return stay(session, replies.notAscii({}))
  return undefined
}
