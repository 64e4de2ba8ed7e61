import type { SyntaxProblem } from '../../shared/syntax-problem.ts'
import { octetsOf, sendAll, type Output } from './output.ts'
import { personalityOf } from '../personalities/index.ts'
import { closed, type Effect, type CommandEffect, type OpenSession, type Turn } from './session.ts'

/** A command as its effect names it. */
export interface Asked {
  readonly tag: string
  readonly verb: string
  readonly argument: string
}

/** What was not asked for: the greeting, a BYE. */
export const unasked: Asked = { tag: '*', verb: '', argument: '' }

export interface Said {
  readonly status: CommandEffect['status']
  readonly code?: string
  readonly text: string
  readonly fault?: SyntaxProblem
}

/** `a1 NO [TRYCREATE] …`: without a tag where the client's could not be read. */
export function statusLine(tag: string, { status, code, text }: Said): string {
  // Texts are ASCII (RFC 9051 §9, `TEXT-CHAR`); a mailbox may have other letters in its name.
  const words = text.replace(/[\r\n]+/g, ' ').replace(/[^ -~]/gu, '?')
  // A text that begins with `[` would be taken for a code.
  const spoken = code === undefined && words.startsWith('[') ? `.${words}` : words
  return `${tag} ${status} ${code === undefined ? '' : `[${octetsOf(code)}] `}${spoken}\r\n`
}

/** Untagged data and the line that ends it, as effects: sent, and told to whoever follows. */
export function answered(asked: Asked, untagged: Output, said: Said): Effect[] {
  const line = statusLine(asked.tag, said)
  const effects: Effect[] = sendAll(untagged.length > 0 ? [...untagged, line] : [line])
  effects.push(commandOf(asked, said))
  return effects
}

/** Most have neither code nor fault, and there are many of them. */
function commandOf(
  { tag, verb, argument }: Asked,
  { status, code, text, fault }: Said,
): CommandEffect {
  const command = { type: 'command', tag, verb, argument, status, text } as const
  if (code === undefined && !fault) return command
  return {
    ...command,
    ...(code !== undefined && { responseCode: code }),
    ...(fault && { problem: fault }),
  }
}

/** `+ …`: the client may go on (RFC 9051 §7.6). */
export function continued(asked: Asked, untagged: Output, text: string): Effect[] {
  return [
    ...sendAll([...untagged, `+ ${octetsOf(text)}\r\n`]),
    { type: 'command', ...asked, status: '+', text },
  ]
}

/** Says BYE without being asked, and closes (RFC 9051 §7.1.5). */
export function hangUp(
  { host }: OpenSession,
  why: 'tooManyErrors' | 'autologout' | 'flood',
  code?: string,
): Turn {
  const text = personalityOf(host).words[why]({ host })
  const said: Said = { status: 'BYE', text, ...(code !== undefined && { code }) }
  return { session: closed, effects: [...answered(unasked, [], said), { type: 'close' }] }
}
