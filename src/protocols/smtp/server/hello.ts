import { span } from '../../../core/span.ts'
import { go, stay, type Answer, type Command, type Tools } from './command.ts'
import { readDomainOrLiteral, type DomainRead } from '../wire/domains.ts'
import { isAscii } from '../wire/paths.ts'
import type { Reply } from '../wire/reply.ts'
import { toGreeted, type CommandSession, type Hello } from './session.ts'

/**
 * What HELO and EHLO share: the client's name is read, and any transaction is forgotten. If the
 * name will not do, everything stays as it was (RFC 5321 §4.1.4).
 */
export function hello(
  command: Command,
  session: CommandSession,
  argument: string,
  { replies, policies }: Tools,
  welcome: (name: string) => Reply,
): Answer {
  const name = policies.helloName === 'any' ? readAnyName(argument) : readName(argument)
  if (!name.ok) {
    const because = name.problem.message
    return stay(session, replies.helloName({ command, typed: argument, because }), name.problem)
  }
  const verb = command.verb as Hello['verb']
  return go(
    toGreeted({ ...session, isPoisoned: false }, { verb, name: name.domain }),
    welcome(name.domain),
  )
}

/** What would break a trace field is replaced, as Postfix does. */
const readAnyName = (argument: string): DomainRead =>
  argument === ''
    ? readName(argument)
    : { ok: true, domain: argument.replace(/[^!-~]|[ <>()\\";@]/g, '?'), end: argument.length }

/** A domain, or an address literal with anything behind it (RFC 5321 §4.1.1.1). */
function readName(argument: string): DomainRead {
  const read = readDomainOrLiteral(argument, 0)
  if (!read.ok) return read
  if (!isAscii(read.domain)) return beyond(0, read.end, 'Write the name in ASCII (`xn--` labels)')
  const follows = argument.slice(read.end)
  if (follows === '' || (argument.startsWith('[') && /^\s/.test(follows))) return read
  return beyond(read.end, argument.length, 'One host name, without an `@` or spaces')
}

const beyond = (from: number, to: number, message: string): DomainRead => ({
  ok: false,
  problem: { span: span(from, to), message },
})
