import { once } from 'node:events'
import { connect as connectTcp, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { ScriptSession, ScriptTurn } from './script.ts'

/** What a server replied to each turn of a session; the greeting stands first. */
export type Heard = readonly string[]

/** How a protocol's replies end. */
export interface Framing {
  /**
   * Counts the whole replies in `text`.
   * @param turn What was sent; unset for the greeting.
   */
  countReplies(text: string, turn: ScriptTurn | undefined): number
  /** Whether the server hangs up behind this. */
  isFarewell(text: string): boolean
}

/** Milliseconds to wait for a reply, and for the end behind a farewell. */
const PATIENCE = 8000

/** Plays one session of a script against a port of this machine. */
export async function playSession(
  session: ScriptSession,
  port: number,
  framing: Framing,
): Promise<Heard> {
  const socket = connectTcp(port, '127.0.0.1')
  await once(socket, 'connect')
  const line = new Line(socket, framing)
  const heard = [await line.hear(1, undefined)]
  for (const turn of session.turns) heard.push(await line.play(turn))
  line.close()
  return heard
}

/** One connection, and what has come in and was not yet reported. */
class Line {
  #socket: Socket
  #text = ''
  #isOver = false
  #look: () => void = () => undefined
  readonly #framing: Framing

  constructor(socket: Socket, framing: Framing) {
    this.#framing = framing
    this.#socket = socket
    this.#follow(socket)
  }

  async play(turn: ScriptTurn): Promise<string> {
    if (this.#isOver) return '[closed before]'
    if (turn.action === 'starttls') return this.#startTls()
    this.#socket.write(turn.octets, 'latin1')
    return turn.replies === 0 ? '' : this.hear(turn.replies, turn)
  }

  async hear(replies: number, turn: ScriptTurn | undefined): Promise<string> {
    await this.#until(() => this.#framing.countReplies(this.#text, turn) >= replies)
    const isFarewell = this.#framing.isFarewell(this.#text)
    if (isFarewell) await this.#until(() => false)
    const text = this.#text
    this.#text = ''
    const end = this.#isOver ? '[closed]' : text === '' ? '[silence]' : ''
    return `${text.replaceAll('\r\n', '\n').replace(/\n$/, '')}${text && end ? '\n' : ''}${end}`
  }

  close(): void {
    this.#socket.destroy()
  }

  async #startTls(): Promise<string> {
    this.#socket.removeAllListeners('data')
    const secured = connectTls({ socket: this.#socket, rejectUnauthorized: false })
    const isUp = await once(secured, 'secureConnect').then(
      () => true,
      () => false,
    )
    if (!isUp) return '[no TLS]'
    this.#socket = secured
    this.#follow(secured)
    return '[TLS]'
  }

  #follow(socket: Socket): void {
    socket.on('data', (bytes: Buffer) => {
      this.#text += bytes.toString('latin1')
      this.#look()
    })
    socket.on('error', () => undefined)
    socket.once('close', () => {
      this.#isOver = true
      this.#look()
    })
  }

  #until(isSo: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer)
        resolve()
      }
      const timer = setTimeout(done, PATIENCE)
      this.#look = () => {
        if (isSo() || this.#isOver) done()
      }
      this.#look()
    })
  }
}
