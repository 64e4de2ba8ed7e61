import { emptyCommand, type CommandLine } from '../wire/command-line.ts'
import { CLIENT_TIMEOUT, IDLE_AGAIN } from './limits.ts'
import { isProved } from '../../sasl/sasl.ts'
import { feed } from '../../shared/feed.ts'
import { idleSinceAt, isIdleFor } from '../../shared/idle.ts'
import type * as shared from '../../shared/turn.ts'
import { capability, idle, isWritable, write, type Piece, type Request } from './commands.ts'
import type { ServerData } from './data/data.ts'
import { readData } from './data/untagged.ts'
import { statusText } from './data/status.ts'
import { readResponseLine } from './lines.ts'
import { answerChallenge, findLoginMethod } from './login.ts'
import type {
  Answer,
  ClientEffect,
  ClientInput,
  ClientJob,
  ClientSession,
  ClientTurn,
  Stage,
  Talking,
} from './session.ts'
import { end, followedBy, go, hangUp, line, lost, nothing, send } from './turn.ts'

type Handled = shared.Handled<ClientSession, ClientEffect>

export type { ClientEffect, ClientJob, ClientSession, ClientTurn } from './session.ts'

/** Opens a client session; it first waits for the greeting (RFC 9051 §7.1). */
export const openClient = (job: ClientJob): ClientTurn => ({
  session: {
    phase: 'talking',
    job,
    stage: { name: 'greeting' },
    secured: job.tls === 'up' ? 'yes' : 'no',
    capabilities: new Set(),
    incoming: emptyCommand,
    tags: 0,
    queue: [],
    idleSince: undefined,
  },
  effects: [],
})

/** One step of a client session. Never throws; ends with one `end`, whatever the server does. */
export function stepClient(session: ClientSession, input: ClientInput): ClientTurn {
  if (session.phase === 'closed') return { session, effects: [] }
  switch (input.type) {
    case 'bytes':
      return feed<ClientSession, ClientEffect>(
        { ...session, idleSince: undefined },
        input.bytes.slice(),
        handleOctets,
      )
    case 'request':
      return beginNext({ ...session, queue: [...session.queue, input.request] })
    case 'done':
      return endIdle(session)
    case 'secured':
      return session.stage.name === 'securing'
        ? // What was known before TLS may have been an attacker's (RFC 9051 §6.2.1).
          ask(renewed(session), 'capability', capability)
        : nothing(session)
    case 'closed':
      return lost(session, session.farewell ?? 'The server closed the connection')
    case 'tick':
      return tick(session, input.now)
  }
}

const renewed = (session: Talking): Talking => ({
  ...session,
  ...{ secured: 'yes', capabilities: new Set(), incoming: emptyCommand },
})

function handleOctets(session: Talking, bytes: Uint8Array, from: number): Handled {
  // Octets before TLS may be an attacker's (RFC 9051 §6.2.1).
  if (session.stage.name === 'securing') return { session, effects: [], next: bytes.length }
  const read = readResponseLine(session.incoming, bytes, from)
  switch (read.kind) {
    case 'partial':
      return { session: { ...session, incoming: read.buffer }, effects: [], next: bytes.length }
    case 'line':
      return {
        ...handleLine({ ...session, incoming: emptyCommand }, read.line),
        next: read.next,
      }
    case 'nonsense':
      return { ...end(session, `The server sent ${read.why}`), next: bytes.length }
  }
}

/** Untagged, tagged, or a `+` (RFC 9051 §2.2.2). */
function handleLine(session: Talking, line: CommandLine): ClientTurn {
  const { text } = line
  if (text.startsWith('* ')) return handleUntagged(session, line)
  if (/^\+(?: |$)/.test(text)) return handleContinuation(session, text.slice(2))
  const tagged = /^(\S+) (OK|NO|BAD)(?= |$)/i.exec(text)
  if (!tagged || !('tag' in session.stage) || session.stage.tag !== tagged[1])
    return unreadable(session, text, 'A reply begins with `*`, `+` or the tag of the command')
  const status = tagged[2]!.toUpperCase() as Answer['status']
  return handleTagged(session, { status, ...statusText(text.slice(tagged[0].length)) })
}

function unreadable(session: Talking, text: string, message: string): ClientTurn {
  if (session.stage.name === 'greeting')
    return end(session, `The server sent what is no IMAP: ${text.slice(0, 80)}`)
  const problem = { span: { from: 0, to: Math.min(text.length, 40) }, message }
  return { session, effects: [{ type: 'unreadable', text, problem }] }
}

function handleUntagged(session: Talking, line: CommandLine): ClientTurn {
  const read = readData(line)
  if (!read.ok) {
    if (session.stage.name === 'greeting') return unreadable(session, line.text, '')
    return { session, effects: [{ type: 'unreadable', text: line.text, problem: read.problem }] }
  }
  const { data } = read
  if (session.stage.name === 'greeting') return greeted(session, data)
  const knowing = learn(session, data)
  return { session: knowing, effects: [{ type: 'data', data }] }
}

/** Capabilities come as data, and as a code (RFC 9051 §7.1, §7.2.2). */
function learn(session: Talking, data: ServerData): Talking {
  if (data.type === 'capability') return { ...session, capabilities: new Set(data.capabilities) }
  if (data.type !== 'status') return session
  const farewell = `The server responded: ${data.text.slice(0, 200)}`
  return learnFrom(data.status === 'BYE' ? { ...session, farewell } : session, data)
}

function learnFrom(session: Talking, { code }: Pick<Answer, 'code'>): Talking {
  if (code?.name !== 'CAPABILITY') return session
  return { ...session, capabilities: new Set(code.argument.toUpperCase().split(/ +/)) }
}

function greeted(session: Talking, data: ServerData): ClientTurn {
  if (data.type !== 'status' || data.status === 'NO' || data.status === 'BAD')
    return end(session, 'The server did not greet')
  if (data.status === 'BYE') return end(session, `The server responded: ${data.text.slice(0, 200)}`)
  const knowing = learn(session, data)
  if (data.status === 'PREAUTH') return alreadyIn(knowing)
  return knowing.capabilities.size ? getIn(knowing) : ask(knowing, 'capability', capability)
}

/** After a PREAUTH greeting it is too late for STARTTLS (RFC 9051 §7.1.4). */
const alreadyIn = (session: Talking): ClientTurn =>
  session.job.tls === 'needed' && session.secured === 'no'
    ? end(session, 'The server greets as if the login were done, so TLS cannot begin any more')
    : askAgain(session)

/** Begins TLS if the job wants it, then logs in. */
function getIn(session: Talking): ClientTurn {
  const { job, secured, capabilities } = session
  const isOpen = secured === 'no' && job.tls !== 'never'
  if (isOpen && capabilities.has('STARTTLS'))
    return ask(session, 'starttls', { verb: 'STARTTLS', pieces: ['STARTTLS'] })
  if (isOpen && job.tls === 'needed') return end(session, 'The server has no TLS to offer')
  const way = findLoginMethod(session)
  if (way.kind === 'none') return end(session, way.reason)
  if (way.kind === 'login')
    return begin(session, way.request, (tag, rest) => ({ name: 'login', tag, rest }))
  const { step, fresh } = way
  return begin(session, way.request, (tag) => ({ name: 'sasl', tag, step, fresh }))
}

const ask = (
  session: Talking,
  name: 'capability' | 'starttls' | 'capabilities',
  request: Request,
): ClientTurn => begin(session, request, (tag) => ({ name, tag }))

/** Asks for the capabilities after the login. */
const askAgain = (session: Talking): ClientTurn => ask(session, 'capabilities', capability)

/** Writes a command with a tag of its own, up to a literal that waits for `+`. */
function begin(
  session: Talking,
  { pieces }: Request,
  stage: (tag: string, rest: readonly Piece[]) => Stage,
): ClientTurn {
  const tags = session.tags + 1
  const tag = `a${tags}`
  const { bytes, rest } = write([`${tag} `, ...pieces], literalsOf(session))
  return go({ ...session, tags }, stage(tag, rest), [send(bytes)])
}

const literalsOf = ({ capabilities }: Talking): 'LITERAL+' | 'LITERAL-' | undefined =>
  capabilities.has('LITERAL+') ? 'LITERAL+' : capabilities.has('LITERAL-') ? 'LITERAL-' : undefined

function handleContinuation(session: Talking, text: string): ClientTurn {
  const { stage } = session
  if (stage.name === 'sasl') {
    const { line: answer, step } = answerChallenge(stage.step, stage.fresh, text)
    return go(session, { ...stage, step, fresh: 'no' }, [line(answer)])
  }
  if ('rest' in stage && stage.rest.length) {
    const [literal, ...after] = stage.rest
    const { bytes, rest } = write(after, literalsOf(session))
    const octets = literal instanceof Uint8Array ? [send(literal)] : []
    return go(session, { ...stage, rest }, [...octets, send(bytes)])
  }
  if (stage.name === 'command' && stage.request.verb === 'IDLE' && stage.idle === 'no') {
    const idling = go(session, { ...stage, idle: 'on' }, [{ type: 'idling' }])
    return session.queue.length ? followedBy(idling, endIdle) : idling
  }
  return unreadable(session, `+ ${text}`, 'Nothing more was to be sent')
}

function handleTagged(start: Talking, answer: Answer): ClientTurn {
  const session = learnFrom(start, answer)
  const { stage } = session
  const isOk = answer.status === 'OK'
  switch (stage.name) {
    case 'capability':
      return isOk ? getIn(session) : refused(session, answer)
    case 'starttls':
      if (isOk) return go(session, { name: 'securing' }, [{ type: 'startTls' }])
      return session.job.tls === 'needed'
        ? refused(session, answer)
        : getIn({ ...session, capabilities: without(session.capabilities, 'STARTTLS') })
    case 'login':
      return isOk ? entered(session, answer) : refused(session, answer)
    case 'sasl':
      if (!isOk) return refused(session, answer)
      return isProved(stage.step)
        ? entered(session, answer)
        : end(session, 'The server has not shown that it knows the password')
    case 'capabilities':
      return ready(session)
    case 'command':
      return handleAnswer(session, stage, answer)
    default:
      return nothing(session)
  }
}

const without = (names: ReadonlySet<string>, name: string): ReadonlySet<string> =>
  new Set([...names].filter((one) => one !== name))

const refused = (session: Talking, { text }: Answer): ClientTurn =>
  end(session, `The server responded: ${text.slice(0, 200)}`)

/** Capabilities may change with the login (RFC 9051 §6.2.2). */
const entered = (session: Talking, { code }: Answer): ClientTurn =>
  code?.name === 'CAPABILITY' ? ready(session) : askAgain(session)

const ready = (session: Talking): ClientTurn =>
  followedBy(
    go(session, { name: 'ready' }, [{ type: 'ready', capabilities: session.capabilities }]),
    beginNext,
  )

function handleAnswer(
  session: Talking,
  stage: Extract<Stage, { name: 'command' }>,
  answer: Answer,
): ClientTurn {
  const { request } = stage
  const answered: ClientEffect = { type: 'answer', request, ...answer }
  if (request.verb === 'LOGOUT' && answer.status === 'OK')
    return hangUp([answered, { type: 'end' }])
  return followedBy(go(session, { name: 'ready' }, [answered]), beginNext)
}

/** Begins the next request, if no other is under way. */
function beginNext(session: Talking): ClientTurn {
  const { stage } = session
  if (stage.name === 'command' && stage.idle === 'on') return endIdle(session)
  const [request, ...queue] = session.queue
  if (stage.name !== 'ready' || !request) return nothing(session)
  const next = { ...session, queue }
  if (!isWritable(request)) {
    const text = 'Not sent: it cannot stand in one command'
    return followedBy(
      { session: next, effects: [{ type: 'answer', request, status: 'BAD', text }] },
      beginNext,
    )
  }
  return begin(next, request, (tag, rest) => ({ name: 'command', tag, request, rest, idle: 'no' }))
}

function endIdle(session: Talking): ClientTurn {
  const { stage } = session
  if (stage.name !== 'command' || stage.idle !== 'on') return nothing(session)
  return go(session, { ...stage, idle: 'over' }, [line('DONE')])
}

function tick(start: Talking, now: number): ClientTurn {
  const { stage, idleSince } = start
  const session = { ...start, idleSince: idleSinceAt(idleSince, now) }
  if (stage.name === 'command' && stage.idle === 'on')
    return isIdleFor(idleSince, now, IDLE_AGAIN)
      ? endIdle({ ...session, idleSince: undefined, queue: [idle, ...session.queue] })
      : nothing(session)
  if (stage.name === 'ready' || !isIdleFor(idleSince, now, CLIENT_TIMEOUT)) return nothing(session)
  return end(session, 'The server did not answer in time')
}
