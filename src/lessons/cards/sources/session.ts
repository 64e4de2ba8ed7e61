import type { WorldEvent } from '../../../world/events/index.ts'
import { commandsOf } from '../../placed-commands.ts'
import type { Row } from '../card.ts'

/**
 * The newest SMTP session with a host: each command and its reply, a row each. A command is called
 * `C MAIL`, its reply `S MAIL 250`; the greeting is `S greeting 220`, the end of the data `C .`.
 */
export function sessionRows(events: readonly WorldEvent[], host: string): Row[] {
  const commands = commandsOf(events, { host })
  const connection = commands.at(-1)?.connection
  return commands.flatMap((command, at) => {
    if (command.connection !== connection) return []
    const { verb, argument, code, text } = command
    const name = verb || 'greeting'
    const reply: Row = {
      ...{ key: `s${at}`, name: `S ${name} ${code}`, who: 'server' },
      text: `${code} ${text.split('\n', 1)[0]!}`,
    }
    const typed: Row = {
      ...{ key: `c${at}`, name: `C ${name}`, who: 'client' },
      text: `${verb} ${argument}`.trim(),
    }
    return verb === '' ? [reply] : [typed, reply]
  })
}
