import type { Certificate } from '../../core/tls.ts'
import { AGREED_TLS } from '../../world/handshake.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { CommandContext, Program, TypedFor } from '../command.ts'
import type { Completion } from '../completion.ts'
import { Conversation } from '../connection/conversation.ts'
import { openLine, refusalAdvice, refusalText, type OpenLine } from '../connection/open.ts'
import { speaksTls } from '../connection/speaks-tls.ts'
import { readTarget, type Target } from '../connection/target.ts'
import { TlsRequest, type TlsListener } from '../connection/tls-request.ts'
import type { Word } from '../language/tree.ts'
import { readClientWords, type ClientOptions } from './s-client-words.ts'

/** Starts `openssl s_client`. @param first That word. */
export function startClient(
  first: Word,
  words: readonly Word[],
  context: CommandContext,
): Program | undefined {
  const options = readClientWords(first, words, context)
  const target = options && readTarget('openssl', splitColon(options.connect), context, blame)
  return options && target && connect(options, target, context)
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

function connect(
  options: ClientOptions,
  target: Target,
  context: CommandContext,
): Program | undefined {
  for (const address of target.addresses) {
    const attempt = openLine(context, address, target)
    if (attempt.ok) return new OpensslClient(options, attempt.line, context)
    context.complain(`connect: ${refusalText(attempt.refused)}`)
    if (address === target.addresses.at(-1))
      context.note(dim(withCode(refusalAdvice(target, attempt.refused))))
  }
  return undefined
}

/** Answers that a request for TLS waits for at most, and one to spare. */
const ROUNDS = 4

/** Asks for TLS where that is wanted, then passes lines on, but for the two letters of `openssl`. */
export class OpensslClient implements Program {
  readonly name = 'openssl'
  /** Begins with the handshake. */
  conversation: Conversation | undefined
  /** `asking`: for TLS. `shaking`: the certificate is looked at. `stuck`: no answer came. */
  state: 'asking' | 'stuck' | 'shaking' | 'talking' | 'over' = 'asking'
  #shaking: Promise<void> | undefined
  readonly #options: ClientOptions
  readonly #line: OpenLine
  readonly #context: CommandContext

  constructor(options: ClientOptions, line: OpenLine, context: CommandContext) {
    this.#options = options
    this.#line = line
    this.#context = context
    if (options.mode === 'interactive') context.print('CONNECTED(00000003)')
    if (options.starttls === undefined && !speaksTls(line, context.world)) this.#notTls()
    else if (options.starttls === undefined) this.#shake('')
    else line.listen(new TlsRequest(line, options.starttls, context.host.name, this.#tlsListener))
  }

  /** Until the handshake is done, what is typed waits. */
  get reads(): 'nothing' | undefined {
    return this.state === 'asking' || this.state === 'shaking' ? 'nothing' : undefined
  }

  line(text: string, end: 'enter' | 'full'): void {
    if (this.#options.mode === 'quiet') this.conversation?.send(text, end)
    else if (text.startsWith('Q')) this.#hangUp('DONE')
    else if (text.startsWith('R')) renegotiate(this.#context)
    else this.conversation?.send(text, end)
  }

  get connection(): number {
    return this.#line.id
  }

  get typed(): TypedFor | undefined {
    return this.conversation?.typed
  }

  complete(line: string, cursor: number): Completion | undefined {
    return this.conversation?.complete(line, cursor)
  }

  /** Where TLS is asked for first, that takes a few answers, or fails. */
  async answered(): Promise<void> {
    for (let round = 0; round < ROUNDS && this.state === 'asking'; round++)
      await this.#line.answered()
    if (this.state === 'asking') this.state = 'stuck'
    await this.#shaking
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
      ready: (transcript) => this.#shake(lastLine(transcript)),
      refused: (transcript) => this.#giveUp(lastLine(transcript)),
    }
  }

  /** @param reply The server's last line before TLS. */
  #shake(reply: string): void {
    this.state = 'shaking'
    this.#shaking = this.#report(reply).then(
      (isOver) => (isOver ? this.#end() : this.#begin()),
      (error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error)
        this.#context.complain(withCode(`openssl: it could not be loaded, or it broke: ${reason}`))
        this.#end()
      },
    )
  }

  /** Prints what the server shows of itself. @returns Whether that is the end. */
  async #report(reply: string): Promise<boolean> {
    const context = this.#context
    const { certificate = unknownCertificate(this.#line.host) } = this.#line
    const { reportHandshake } = await context.fetchPiece(() => import('./handshake-report.ts'))
    const { checks, lines, isOver } = await reportHandshake(certificate, this.#options, context)
    if (this.state !== 'shaking') return true
    for (const text of checks) context.note(text)
    if (isOver)
      context.complain(
        'error:0A000086:SSL routines:tls_post_process_server_certificate:certificate verify failed',
      )
    for (const text of lines) context.print(text)
    if (!isOver && reply && this.#options.mode === 'interactive') context.print(reply)
    return isOver
  }

  #begin(): void {
    if (this.state !== 'shaking') return
    this.state = 'talking'
    const { lineEnd } = this.#options
    this.conversation = new Conversation(this.#context, this.#line, { lineEnd, goodbye: 'closed' })
    this.#line.secure(AGREED_TLS)
  }

  /** A greeting in the clear is no record of TLS. */
  #notTls(): void {
    const { host, port } = this.#line
    this.#context.complain('error:0A00010B:SSL routines:ssl3_get_record:wrong version number')
    this.#context.note(dim(withCode(plainAdvice(host, port))))
    this.#end()
  }

  #giveUp(reply: string): void {
    this.#context.complain("didn't find STARTTLS in server response")
    this.#context.note(dim(withCode(`The server does not offer TLS here. It replied: ${reply}`)))
    this.#end()
  }

  #end(): void {
    if (this.state === 'over') return
    this.state = 'over'
    this.#line.close()
    this.#context.done()
  }

  #hangUp(parting?: string): void {
    if (this.conversation) return this.conversation.hangUp(parting)
    this.#end()
  }
}

function plainAdvice(host: string, port: number): string {
  const protocol = PROTOCOLS[port]
  const rest = protocol
    ? ` Ask for TLS there: \`openssl s_client -starttls ${protocol} -connect ${host}:${port}\`.`
    : ''
  return `Port ${port} begins without TLS.${rest}`
}

const PROTOCOLS: Readonly<Partial<Record<number, string>>> = {
  ...{ 25: 'smtp', 587: 'smtp', 24: 'lmtp', 143: 'imap', 110: 'pop3' },
}

/** What stands behind the bridge shows nothing of itself to the world. */
const unknownCertificate = (host: string): Certificate => ({
  names: [host],
  issuer: 'trusted',
  digests: {},
})

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

const lastLine = (text: string): string => text.trimEnd().split(/\r?\n/).at(-1) ?? ''
