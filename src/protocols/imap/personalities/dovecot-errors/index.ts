import { commandErrors } from './commands.ts'
import { readArguments } from './read.ts'

/** The same before the login, where another program reads the commands. */
export function earlyArgumentError(verb: string, argument: string): string {
  const read = readArguments(argument)
  if (!read.ok && read.error.startsWith('Missing')) return read.error
  if (verb === 'ID') return 'Invalid ID parameters'
  return verb === 'AUTHENTICATE' && argument.includes(' ')
    ? 'Invalid base64 data in initial response'
    : 'Error in IMAP command received by server.'
}

/**
 * What Dovecot says of arguments that it does not take: first what its parser of arguments says, which
 * knows no commands, then what the command says.
 * @param argument What stands behind the verb, as typed; of a literal its announcement alone.
 */
export function argumentError(verb: string, argument: string): string {
  const read = readArguments(argument)
  if (!read.ok) return read.error
  const base = verb.replace(/^UID /, '')
  const set = base === verb ? 'Invalid messageset' : 'Invalid uidset'
  const error = Object.hasOwn(commandErrors, base) ? commandErrors[base] : undefined
  return error?.({ values: read.values, typed: argument, set }) ?? 'Invalid arguments'
}
