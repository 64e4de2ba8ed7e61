import { decodeBase64 } from '../../../src/core/base64.ts'
import { webCrypto } from '../../../src/platform/webcrypto.ts'
import { TerminalShell } from '../../../src/shell/terminal-shell.ts'
import { createWorld } from '../../../src/world/create.ts'
import type { WorldSpec } from '../../../src/world/spec.ts'
import type { Ran } from './case.ts'

/** Our terminal, on the desk of a world. */
export class OurShell {
  readonly #world
  readonly #shell: TerminalShell
  #printed: string[] = []

  constructor(spec: WorldSpec) {
    this.#world = createWorld(spec, { crypto: webCrypto })
    this.#shell = new TerminalShell({
      world: this.#world,
      host: 'desk.example.org',
      output: {
        write: () => undefined,
        addLine: ({ who, text }) => void (who !== 'you' && this.#printed.push(text)),
      },
    })
  }

  /** Types a line. @returns What is printed, as lines. */
  async type(line: string): Promise<string[]> {
    this.#printed = []
    this.#shell.type(`${line}\r`)
    await this.#shell.settled()
    await this.#world.settled()
    if (this.#shell.running !== undefined) this.#shell.type('\x03')
    return this.#printed
  }

  async file(name: string): Promise<Uint8Array> {
    const printed = await this.type(`base64 -w 0 '${name}'`)
    const read = decodeBase64(printed.join(''))
    return read.ok ? read.bytes : new Uint8Array(0)
  }

  async run(line: string): Promise<Ran> {
    await this.type(`${line} > /tmp/out 2> /tmp/err`)
    const [status = ''] = await this.type('echo $?')
    return {
      status: Number(status),
      output: latin1(await this.file('/tmp/out')),
      errors: latin1(await this.file('/tmp/err')),
    }
  }
}

const latin1 = (octets: Uint8Array): string => Buffer.from(octets).toString('latin1')
