import { decodeBase64 } from '../../core/base64.ts'
import { fromUtf8 } from '../../core/bytes.ts'
import { isSmtp, type Command } from '../../world/answered-command.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import type { HostSpec } from '../../world/spec.ts'
import { showText } from '../show-text.ts'
import { formatTime } from '../text/time-format.ts'

/** Events that are looked at, the newest. */
const MOST = 5000

interface Known {
  readonly to: string
  readonly from: string
  readonly port: number
  /** Of the message under way. */
  sender: string
  recipients: string[]
  login: string
  /** Of a SASL exchange, once it has begun. */
  method: string
}

/** Ports of IMAP and POP3, whose lines are those of Dovecot. */
const READING = new Set([110, 143, 993, 995])

/** What a host's mail programs write to their log, in the words of Postfix and Dovecot. */
export function mailLogOf(events: readonly WorldEvent[], host: HostSpec): string[] {
  const connections = new Map<number, Known>()
  const short = host.name.split('.')[0]!
  const lines: string[] = []
  for (const event of events.slice(-MOST)) {
    if (event.type === 'opened')
      connections.set(event.connection, {
        ...{ to: event.to, port: event.port, sender: '', recipients: [], login: '', method: '' },
        from: `${event.from}[${event.fromAddress}]`,
      })
    const line = lineOf(event, host, connections)
    const time = formatTime('%b %e %H:%M:%S', event.at)
    if (line !== undefined) lines.push(`${time} ${short} ${showText(line)}`)
  }
  return lines
}

/** A number that a program would have, the same for the same connection. */
const pid = (connection: number): number => 1000 + connection

function lineOf(
  event: WorldEvent,
  host: HostSpec,
  connections: ReadonlyMap<number, Known>,
): string | undefined {
  if (event.type === 'queued' && event.host === host.name)
    return `postfix/qmgr[900]: ${event.queueId}: from=<${event.from}>, nrcpt=${event.to.length} (queue active)`
  if (event.type === 'deferred' && event.host === host.name)
    return `postfix/smtp[901]: ${event.queueId}: to=<${event.recipient}>, status=deferred (${event.reason})`
  if (event.type === 'undeliverable' && event.host === host.name)
    return `postfix/smtp[901]: ${event.queueId}: to=<${event.recipient}>, status=bounced (${event.reason})`
  if (!('connection' in event) || event.connection === undefined) return undefined
  const known = connections.get(event.connection)
  if (known?.to !== host.name) return undefined
  return READING.has(known.port) ? readingLine(event, known) : sendingLine(event, known)
}

function sendingLine(event: WorldEvent, known: Known): string | undefined {
  const id = 'connection' in event && event.connection !== undefined ? event.connection : 0
  const program = `postfix/${known.port === 25 ? 'smtpd' : 'submission/smtpd'}[${pid(id)}]`
  switch (event.type) {
    case 'opened':
      return `${program}: connect from ${known.from}`
    case 'closed':
      return `${program}: disconnect from ${known.from}`
    case 'secured':
      return `${program}: Anonymous TLS connection established from ${known.from}: ${event.tls.version} with cipher ${event.tls.cipher}`
    case 'command':
      return commandLine(event, known, program)
    case 'delivered':
      return `postfix/lmtp[${pid(id)}]: ${event.message.id}: to=<${event.mailbox}>, relay=local, status=sent (saved into ${event.message.folder === 'junk' ? 'Junk' : 'INBOX'})`
    case 'rejected':
      return `postfix/cleanup[${pid(id)}]: reject: END-OF-MESSAGE from ${known.from}: ${event.code} ${event.text}; from=<${known.sender}> to=<${known.recipients.join(',')}>`
    default:
      return undefined
  }
}

/** Notes whose message it is; refusals get a line. */
function commandLine(event: Command, known: Known, program: string): string | undefined {
  if (!isSmtp(event)) return undefined
  const address = /<([^>]*)>/.exec(event.argument)?.[1] ?? ''
  const { verb, code } = event
  if (verb === 'MAIL' && code < 400) {
    known.sender = address
    known.recipients = []
  }
  if (verb === 'RCPT' && code < 400) known.recipients.push(address)
  if (code < 400) return undefined
  const reply = `${code}${event.enhanced ? ` ${event.enhanced}` : ''} ${event.text.split('\n', 1)[0]!}`
  const to = verb === 'RCPT' ? ` to=<${address}>` : ''
  return `${program}: NOQUEUE: reject: ${verb || 'CONNECT'} from ${known.from}: ${reply}; from=<${known.sender}>${to} proto=ESMTP`
}

function readingLine(event: WorldEvent, known: Known): string | undefined {
  const protocol = known.port === 110 || known.port === 995 ? 'pop3' : 'imap'
  const [address] = /(?<=\[)[^\]]*/.exec(known.from) ?? ['']
  if (event.type === 'closed')
    return known.login
      ? `dovecot: ${protocol}(${known.login}): Disconnected: Logged out`
      : `dovecot: ${protocol}-login: Disconnected: no auth attempts, rip=${address}`
  if (event.type !== 'command' || isSmtp(event)) return undefined
  const login = loginOf(event, known)
  if (login === undefined || event.status === '+') return undefined
  const [user, method] = login
  known.method = ''
  known.sender = ''
  if (!/OK$/.test(event.status))
    return `dovecot: ${protocol}-login: Disconnected: auth failed, user=<${user}>, method=${method}, rip=${address}`
  known.login = user || 'user'
  return `dovecot: ${protocol}-login: Login: user=<${user}>, method=${method}, rip=${address}`
}

/** Who logs in with a command, and how; `undefined` for any other command. */
function loginOf(
  { verb, argument }: Command,
  known: Known,
): [user: string, method: string] | undefined {
  switch (verb) {
    case 'USER':
      known.sender = argument
      return undefined
    case 'PASS':
      return [known.sender, 'PLAIN']
    case 'APOP':
      return [argument.split(' ', 1)[0]!, 'APOP']
    case 'LOGIN':
      return [/^"?([^\s"]*)/.exec(argument)?.[1] ?? '', 'PLAIN']
    case 'AUTH':
    case 'AUTHENTICATE':
      return exchanged(argument, known)
    default:
      return undefined
  }
}

/** A line of a SASL exchange: the first has the mechanism, and perhaps the client's first octets. */
function exchanged(argument: string, known: Known): [user: string, method: string] {
  const isFirst = known.method === ''
  const [method, response] = isFirst ? argument.split(' ') : [known.method, argument]
  if (isFirst) known.method = method!.toUpperCase()
  if (response && known.sender === '') known.sender = userIn(known.method, response)
  return [known.sender, known.method]
}

/** What parts the fields of XOAUTH2 and OAUTHBEARER. */
const CONTROL_A = '\u0001'

/** The user in a client's answer (RFC 4616 §2, RFC 2195 §2, RFC 5802 §5.1); LOGIN asks for the name alone. */
function userIn(mechanism: string, response: string): string {
  const decoded = decodeBase64(response)
  if (!decoded.ok) return ''
  const text = fromUtf8(decoded.bytes)
  if (mechanism === 'PLAIN') return text.split('\0')[1] ?? ''
  if (mechanism === 'CRAM-MD5') return text.slice(0, Math.max(0, text.lastIndexOf(' ')))
  if (mechanism === 'LOGIN') return text
  const parts = text.split(CONTROL_A).flatMap((part) => part.split(','))
  const named = parts.find((part) => /^(?:n|a|user)=/.test(part)) ?? ''
  return named.slice(named.indexOf('=') + 1)
}
