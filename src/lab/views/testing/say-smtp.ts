import { utf8 } from '../../../core/bytes.ts'
import type { Connection, World } from '../../../world/world.ts'

/** A person at a host who types SMTP, one line after the other. */
export class Typist {
  readonly #world: World
  readonly #connection: Connection

  constructor(world: World, from: string, to: string) {
    const opened = world.connect(from, to, 25, { received: () => {}, closed: () => {} })
    if ('refused' in opened) throw new Error(`${to} refuses`)
    this.#world = world
    this.#connection = opened
  }

  async say(...lines: readonly string[]): Promise<void> {
    for (const line of lines) {
      this.#connection.send(utf8(`${line}\r\n`))
      await this.#world.settled()
    }
  }

  async leave(): Promise<void> {
    this.#connection.close()
    await this.#world.settled()
  }
}

/** A whole transaction, up to the line with the dot. */
export const transaction = (from: string, to: string, subject: string): string[] => [
  ...[`MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA'],
  ...[`From: ${from}`, `Subject: ${subject}`, '', 'Hello', '.'],
]
