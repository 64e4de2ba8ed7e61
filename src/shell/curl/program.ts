import { fromLatin1, latin1 } from '../../core/bytes.ts'
import { AGREED_TLS } from '../../world/handshake.ts'
import type { ConnectionListener } from '../../world/world.ts'
import type { CommandContext, Program } from '../command.ts'
import type { OpenLine } from '../connection/open.ts'
import { showText } from '../show-text.ts'
import type { Dialogue, End, Turn } from './dialogue.ts'

/** How much `curl` reports. */
export interface Reporting {
  readonly verbose: 'yes' | 'no'
  readonly errors: 'shown' | 'hidden'
}

/** Most octets of a reply that are kept until it is whole. */
const MOST = 4_194_304

/** How often nothing may come while it waits. */
const PATIENCE = 3

/** Holds one session to its end. */
export class CurlProgram implements Program, ConnectionListener {
  readonly name = 'curl'
  readonly reads = 'nothing'
  #turn: Turn | undefined
  #came = ''
  /** Pieces that came, and how often in a row none did. */
  #received = 0
  #idle = 0
  /** The reply that a handshake follows. */
  #agreed = ''
  #isOver = false
  readonly #dialogue: Dialogue
  readonly #line: OpenLine
  readonly #reporting: Reporting
  readonly #context: CommandContext

  constructor(dialogue: Dialogue, line: OpenLine, reporting: Reporting, context: CommandContext) {
    this.#dialogue = dialogue
    this.#line = line
    this.#reporting = reporting
    this.#context = context
  }

  /** @param tls `implicit`: the handshake comes first. */
  begin(tls: 'implicit' | 'none'): void {
    if (tls === 'implicit') this.#secure()
    this.#take(this.#dialogue.next())
    this.#line.listen(this)
  }

  line(): void {
    // It asks for nothing.
  }

  eof(): void {
    // It goes on by itself.
  }

  interrupt(): void {
    this.#end({ status: 130 })
  }

  answered(): Promise<void> | undefined {
    return this.#isOver ? undefined : this.#waitOnce()
  }

  /** What has answered all and still leaves a reply unfinished would be waited for without end. */
  async #waitOnce(): Promise<void> {
    const before = this.#received
    await this.#line.answered()
    this.#idle = this.#received === before ? this.#idle + 1 : 0
    if (this.#idle >= PATIENCE)
      this.#end({ status: 28, message: 'Operation timed out after 300000 milliseconds' })
  }

  received(bytes: Uint8Array): void {
    this.#received++
    this.#came += fromLatin1(bytes)
    if (this.#came.length > MOST)
      return this.#end({ status: 56, message: 'response reading failed' })
    this.#read()
  }

  startTls(): void {
    this.#secure()
    this.#take(this.#dialogue.next(this.#agreed))
  }

  closed(): void {
    // A server may close before the answer to QUIT is read.
    this.#end({ status: 56, message: 'response reading failed (errno: 0)' })
  }

  #read(): void {
    for (let turn = this.#turn; turn && !this.#isOver; turn = this.#turn) {
      const length = turn.reply(this.#came)
      if (length === 0) return
      const reply = this.#came.slice(0, length)
      this.#came = this.#came.slice(length)
      this.#show('<', turn.shownReply === 'first line' ? reply.split(/\r?\n/, 1)[0]! : reply)
      if (turn.then === 'tls' && turn.agrees?.(reply)) {
        // The handshake comes before the next line.
        this.#turn = undefined
        this.#agreed = reply
        return
      }
      this.#take(this.#dialogue.next(reply))
    }
  }

  #secure(): void {
    this.#line.secure(AGREED_TLS)
    const { version, cipher } = AGREED_TLS
    this.#remark(`SSL connection using ${version} / ${cipher}`)
    this.#remark('Server certificate:')
    this.#remark(` subject: CN=${this.#line.host}`)
    this.#remark(' issuer: CN=Simulated Root')
    this.#remark(' SSL certificate verify ok.')
  }

  #take(next: IteratorResult<Turn, End>): void {
    if (next.done) return this.#end(next.value)
    this.#turn = next.value
    const { say, shown = 'all', remark, done } = next.value
    if (remark !== undefined) this.#remark(remark)
    if (say === undefined) return
    if (shown === 'all') this.#show('>', say)
    if (done !== undefined) this.#remark(done)
    this.#line.send(latin1(say))
  }

  #show(mark: string, text: string): void {
    if (this.#reporting.verbose === 'no') return
    for (const line of text.replace(/\r?\n$/, '').split(/\r?\n/))
      this.#context.note(`${mark} ${showText(line)}`)
  }

  #remark(text: string): void {
    if (this.#reporting.verbose === 'yes') this.#context.note(`* ${text}`)
  }

  #end({ status, message }: End): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#line.close()
    const { host } = this.#line
    if (message === undefined) this.#remark(`Connection #0 to host ${host} left intact`)
    else this.#remark('Closing connection 0')
    this.#context.setStatus(status)
    if (message !== undefined && this.#reporting.errors === 'shown')
      this.#context.note(`curl: (${status}) ${message}`)
    this.#context.done()
  }
}
