import { utf8 } from '../../core/bytes.ts'
import { dim, green, red } from '../../core/text/ansi.ts'
import { AGREED_TLS } from '../../world/handshake.ts'
import type { ConnectionListener } from '../../world/world.ts'
import type { CommandContext, Program } from '../command.ts'
import type { OpenLine } from '../connection/open.ts'
import { WireText } from '../connection/wire-text.ts'
import { handIn, type Mail, type Reply, type Turn } from './dialogue.ts'

/** What is printed: its own lines, those of the server, remarks. */
export type Shown = 'send' | 'receive' | 'info'

export interface ProgramOptions {
  /** `tls`: the handshake comes first. */
  readonly transport: 'plain' | 'tls'
  /** What is not printed. */
  readonly hidden: ReadonlySet<Shown>
}

/** Says its lines one after the other, and prints both sides as the real `swaks` does. */
export class SwaksProgram implements Program, ConnectionListener {
  readonly name = 'swaks'
  readonly reads = 'nothing'
  #isSecure = false
  #isOver = false
  #turn: Turn | undefined
  /** Lines of the reply so far, and what of the next one has come. */
  #lines: string[] = []
  #open = ''
  readonly #text = new WireText()
  readonly #dialogue: Generator<Turn, number, Reply>
  readonly #hidden: ReadonlySet<Shown>
  readonly #line: OpenLine
  readonly #context: CommandContext

  constructor(mail: Mail, line: OpenLine, options: ProgramOptions, context: CommandContext) {
    this.#line = line
    this.#context = context
    this.#hidden = options.hidden
    this.#dialogue = handIn(mail, (text) => context.print(red(text)))
    this.#take(this.#dialogue.next())
    line.listen(this)
    if (options.transport === 'tls') this.#secure()
  }

  line(): void {
    // It asks for nothing.
  }

  eof(): void {
    // It goes on by itself.
  }

  interrupt(): void {
    this.#line.close()
    this.#end(130)
  }

  answered(): Promise<void> | undefined {
    return this.#isOver ? undefined : this.#line.answered()
  }

  received(bytes: Uint8Array): void {
    const lines = (this.#open + this.#text.read(bytes)).split('\n')
    this.#open = lines.pop()!
    for (const line of lines) {
      this.#lines.push(line)
      // A line of a reply after which more follow has a hyphen behind its code.
      if (!/^\d{3}-/.test(line)) this.#replied()
    }
  }

  startTls(): void {
    this.#secure()
  }

  closed(): void {
    if (this.#isOver) return
    this.#context.print(red('*** Remote host closed connection unexpectedly.'))
    this.#end(6)
  }

  #secure(): void {
    this.#isSecure = true
    this.#line.secure(AGREED_TLS)
    const { version, cipher } = AGREED_TLS
    this.#print('info', dim(`=== TLS started with cipher ${version}:${cipher}:256`))
    this.#print('info', dim('=== TLS no local certificate set'))
    this.#print('info', dim(`=== TLS peer DN="/CN=${this.#line.host}"`))
    if (this.#turn?.then === 'tls') this.#goOn({ code: '220', lines: [], isGood: true })
  }

  #replied(): void {
    const lines = this.#lines
    this.#lines = []
    const code = lines.at(-1)?.slice(0, 3) ?? ''
    const isGood = this.#turn?.good.includes(code[0] ?? ' ') ?? false
    const mark = this.#isSecure ? '~' : '-'
    for (const line of lines)
      this.#print(
        'receive',
        isGood ? green(`<${mark}  ${line}`) : red(`<${mark === '~' ? '~' : '*'}* ${line}`),
      )
    // The handshake comes before the next line.
    if (isGood && this.#turn?.then === 'tls') return
    this.#goOn({ code, lines, isGood })
  }

  #goOn(reply: Reply): void {
    if (!this.#isOver) this.#take(this.#dialogue.next(reply))
  }

  #take(next: IteratorResult<Turn, number>): void {
    if (next.done) {
      this.#print('info', dim('=== Connection closed with remote host.'))
      this.#line.close()
      return this.#end(next.value)
    }
    this.#turn = next.value
    const { say = [] } = next.value
    for (const line of say) this.#print('send', ` ${this.#isSecure ? '~' : '-'}> ${line}`)
    if (say.length) this.#line.send(utf8(say.map((line) => `${line}\r\n`).join('')))
  }

  #print(kind: Shown, text: string): void {
    if (!this.#hidden.has(kind)) this.#context.print(text)
  }

  #end(status: number): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#context.setStatus(status)
    this.#context.done()
  }
}
