import { concatBytes } from '../../core/bytes.ts'
import { judgingCommands } from '../../cli/commands/index.ts'
import type { Io } from '../../cli/io.ts'
import { renderJson } from '../../cli/output/json.ts'
import { runCommands } from '../../cli/run.ts'
import type { CommandContext } from '../command.ts'
import { pathOf } from '../files/place.ts'
import { withCode } from '../../core/text/ansi.ts'

/** Runs `helo-world` on the files of a session, the DNS of its host, and the time of the world. */
export async function runHeloWorld(
  words: readonly string[],
  input: Uint8Array | undefined,
  context: CommandContext,
): Promise<void> {
  const cli = { commands: judgingCommands, version: 'simulated', formats: { json: renderJson } }
  context.setStatus(await runCommands(words, ioOf(input, context), cli))
}

function ioOf(input: Uint8Array | undefined, context: CommandContext): Io {
  const { world, host, session, isOnScreen } = context
  return {
    out(text) {
      if (typeof text === 'string') context.print(text.replace(/\n$/, ''))
      else context.write(text)
    },
    err: (text) => context.note(withCode(text.replace(/\n$/, ''))),
    read: (name) => readFile(name, input, session),
    now: () => world.clock.now(),
    dns: () => ({ query: (name, type) => world.lookUp(host.name, name, type) }),
    crypto: world.crypto,
    write: () => Promise.reject(new Error('it writes no files here')),
    stopped: () => Promise.resolve(),
    colour: isOnScreen ? 'yes' : 'no',
    width: 80,
  }
}

function readFile(
  name: string,
  input: Uint8Array | undefined,
  session: CommandContext['session'],
): Promise<Uint8Array> {
  if (name === '-') return Promise.resolve(input ?? new Uint8Array(0))
  const path = pathOf(session, name)
  const found = session.files.read(path)
  if (found) return Promise.resolve(concatBytes([found.octets]))
  const code = session.files.isFolder(path) ? 'EISDIR' : 'ENOENT'
  return Promise.reject(Object.assign(new Error('it is not there'), { code }))
}
