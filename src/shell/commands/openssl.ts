import { AGREED_TLS } from '../../world/handshake.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program, TypedFor } from '../command.ts'
import type { Completion } from '../completion.ts'
import { Conversation } from '../connection/conversation.ts'
import { openLine, refusalAdvice, refusalText, type OpenLine } from '../connection/open.ts'
import { readTarget, type Target } from '../connection/target.ts'
import { DIALOGUES, TlsRequest, type TlsListener } from '../connection/tls-request.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'

export const openssl: Command = {
  name: 'openssl',
  summary: 'talk to a server over TLS: openssl s_client',
  completes: ['hosts'],
  page: {
    synopsis: ['openssl s_client -connect host:port [-starttls protocol] [-crlf] [-quiet]'],
    description: [
      '`openssl s_client` opens a connection, does a TLS handshake, and then lets you type, as `nc` does. Ports 465, 993 and 995 begin with TLS. On 25, 587, 143 and 110 the server is asked for it first: name the protocol with `-starttls`.',
      'Enter sends a bare LF, unless you give `-crlf`. And two letters at the start of a line are for the program, not for the server: `Q` ends, `R` asks for a new handshake. That is why `RCPT TO:` never arrives, and `rcpt to:` does. `-quiet` turns this off.',
      'The handshake is simulated here: what the server learns, and what an eavesdropper on the wire could read, is as it would be.',
    ],
    options: [
      ['-connect host:port', 'where to'],
      ['-starttls protocol', `ask for TLS first: ${Object.keys(DIALOGUES).join(', ')}`],
      ['-crlf', 'send CRLF for Enter'],
      ['-quiet', 'show no certificate, and send every line as it is'],
    ],
    examples: [
      [
        'openssl s_client -connect mail.example.org:465 -crlf',
        'submission, with TLS from the first octet',
      ],
      [
        'openssl s_client -starttls smtp -connect mail.example.org:25 -crlf',
        'SMTP, with TLS from STARTTLS on',
      ],
    ],
    seeAlso: ['nc', 'telnet', 'hosts'],
  },
  run(words, context) {
    const options = readWords(words, context)
    const target = options && readTarget('openssl', splitColon(options.connect), context, blame)
    return options && target && connect(options, target, context)
  },
}

interface Options {
  readonly connect: Word
  readonly starttls: string | undefined
  readonly lineEnd: '\n' | '\r\n'
  readonly mode: 'interactive' | 'quiet'
}

const VALUES = ['-connect', '-starttls', '-servername']
const SWITCHES = ['-crlf', '-quiet', '-ign_eof']

function readWords(
  [first, ...words]: readonly Word[],
  context: CommandContext,
): Options | undefined {
  const refuse = (word: Word | undefined, message: string): undefined =>
    context.complain(
      word ? pointAt(context.line, word.span, message) : withCode(message),
    ) as undefined
  if (first?.text !== 's_client')
    return refuse(first, 'Of all that `openssl` can do, only `openssl s_client` is here.')
  const values = new Map<string, Word>()
  const switches = new Set<string>()
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    const value = words[at + 1]
    if (SWITCHES.includes(word.text)) switches.add(word.text)
    else if (!VALUES.includes(word.text))
      return refuse(
        word,
        `\`openssl s_client\` here knows ${[...VALUES, ...SWITCHES].map((name) => `\`${name}\``).join(', ')}.`,
      )
    else if (!value) return refuse(word, `Something is missing after \`${word.text}\`.`)
    else {
      values.set(word.text, value)
      at++
    }
  }
  const connect = values.get('-connect')
  if (!connect)
    return refuse(
      first,
      'Name the host and the port: `openssl s_client -connect mail.example.org:465`, for instance.',
    )
  if (!/:[^:\]]+$/.test(connect.text))
    return refuse(connect, `The port is missing: \`-connect ${connect.text}:465\`, for instance.`)
  const starttls = values.get('-starttls')
  if (starttls && !Object.hasOwn(DIALOGUES, starttls.text))
    return refuse(
      starttls,
      `TLS can be asked for in ${Object.keys(DIALOGUES).join(', ')}; not in \`${starttls.text}\`.`,
    )
  return {
    connect,
    starttls: starttls?.text,
    lineEnd: switches.has('-crlf') ? '\r\n' : '\n',
    mode: switches.has('-quiet') ? 'quiet' : 'interactive',
  }
}

/** `host:port` as the two words that every other command takes. */
function splitColon(word: Word): Word[] {
  const at = word.text.lastIndexOf(':')
  if (at < 0) return [word]
  const host = word.text.slice(0, at).replace(/^\[(.*)\]$/, '$1')
  return [
    { ...word, text: host },
    { ...word, text: word.text.slice(at + 1) },
  ]
}

const blame = (name: string, port: number, reason: string): string =>
  `BIO_lookup_ex: ${name}:${port}: ${reason}`

function connect(options: Options, target: Target, context: CommandContext): Program | undefined {
  for (const address of target.addresses) {
    const attempt = openLine(context, address, target)
    if (attempt.ok) return new OpensslProgram(options, attempt.line, context)
    context.complain(`connect: ${refusalText(attempt.refused)}`)
    if (address === target.addresses.at(-1))
      context.note(dim(withCode(refusalAdvice(target, attempt.refused))))
  }
  return undefined
}

/** Answers that a request for TLS waits for at most, and one to spare. */
const ROUNDS = 4

/** Asks for TLS where that is wanted, then passes lines on, but for the two letters of `openssl`. */
export class OpensslProgram implements Program {
  readonly name = 'openssl'
  /** Begins with the handshake. */
  conversation: Conversation | undefined
  readonly #options: Options
  readonly #line: OpenLine
  readonly #context: CommandContext

  constructor(options: Options, line: OpenLine, context: CommandContext) {
    this.#options = options
    this.#line = line
    this.#context = context
    if (!this.#isQuiet) context.print('CONNECTED(00000003)')
    if (options.starttls === undefined) this.#begin('')
    else line.listen(new TlsRequest(line, options.starttls, context.host.name, this.#tlsListener))
  }

  get #isQuiet(): boolean {
    return this.#options.mode === 'quiet'
  }

  line(text: string, end: 'enter' | 'full'): void {
    if (this.#isQuiet) this.conversation?.send(text, end)
    else if (text.startsWith('Q')) this.#hangUp('DONE')
    else if (text.startsWith('R')) renegotiate(this.#context)
    else this.conversation?.send(text, end)
  }

  get typed(): TypedFor | undefined {
    return this.conversation?.typed
  }

  complete(line: string, cursor: number): Completion | undefined {
    return this.conversation?.complete(line, cursor)
  }

  /** Where TLS is asked for first, that takes a few answers, or fails. */
  async answered(): Promise<void> {
    for (let round = 0; round < ROUNDS && !this.conversation; round++) await this.#line.answered()
    await this.conversation?.answered()
  }

  interrupt(): void {
    this.#hangUp()
  }

  eof(): void {
    this.#hangUp('DONE')
  }

  get #tlsListener(): TlsListener {
    return {
      ready: (transcript) => this.#begin(lastLine(transcript)),
      refused: (transcript) => this.#giveUp(lastLine(transcript)),
    }
  }

  #begin(reply: string): void {
    if (!this.#isQuiet)
      for (const text of handshake(this.#line.host, reply)) this.#context.print(text)
    const { lineEnd } = this.#options
    this.conversation = new Conversation(this.#context, this.#line, { lineEnd, goodbye: 'closed' })
    this.#line.secure(AGREED_TLS)
  }

  #giveUp(reply: string): void {
    this.#context.complain("didn't find STARTTLS in server response")
    this.#context.note(dim(withCode(`The server does not offer TLS here. It replied: ${reply}`)))
    this.#line.close()
    this.#context.done()
  }

  #hangUp(parting?: string): void {
    if (this.conversation) return this.conversation.hangUp(parting)
    this.#line.close()
    this.#context.done()
  }
}

/** TLS 1.3 has no renegotiation (RFC 8446 §4.1.2), so all that `R` does is swallow the line. */
function renegotiate(context: CommandContext): void {
  context.note('RENEGOTIATING\nerror:0A00010A:SSL routines:can_renegotiate:wrong ssl version')
  context.note(
    dim(
      withCode(
        'A line that starts with `R` is a command to `openssl` itself, and was not sent. Write `rcpt to:`, or start with `-quiet`.',
      ),
    ),
  )
}

const handshake = (host: string, reply: string): string[] => [
  `depth=1 CN = Simulated Root`,
  'verify return:1',
  `depth=0 CN = ${host}`,
  'verify return:1',
  '---',
  'Certificate chain',
  ` 0 s:CN = ${host}`,
  '   i:CN = Simulated Root',
  '---',
  `New, ${AGREED_TLS.version}, Cipher is ${AGREED_TLS.cipher}`,
  'Verify return code: 0 (ok)',
  '---',
  ...(reply ? [reply] : []),
]

const lastLine = (text: string): string => text.trimEnd().split(/\r?\n/).at(-1) ?? ''
