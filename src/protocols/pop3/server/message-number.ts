import type { StoredMail } from '../../store/store.ts'
import type { CommandFacts } from '../../shared/command-facts.ts'
import { stay, type Answer, type Tools } from './command.ts'
import type { Transaction } from './session.ts'

export type NumberRead =
  | {
      readonly ok: true
      readonly number: number
      readonly message: StoredMail
      readonly rest: string
    }
  | { readonly ok: false; readonly answer: Answer }

/**
 * Reads the number of a message that is there and not marked as deleted (RFC 1939 §5).
 * @returns The text behind it as `rest`.
 */
export function readMessageNumber(
  command: CommandFacts,
  session: Transaction,
  argument: string,
  { replies }: Tools,
): NumberRead {
  const [word = '', ...others] = argument.split(/ +/)
  const rest = others.join(' ')
  const refuse = (reply: Parameters<typeof stay>[1], message: string): NumberRead => ({
    ok: false,
    answer: stay(session, reply, { span: { from: 0, to: word.length }, message }),
  })
  if (!/^\d+$/.test(word))
    return refuse(
      replies.badNumber({ typed: word, command, argument }),
      'A message number is written in digits',
    )
  const number = Number(word)
  const message = session.maildrop.messages[number - 1]
  if (!message) {
    const count = session.maildrop.messages.length
    return refuse(replies.noSuchMessage({ typed: word, count }), 'No message has this number')
  }
  if (session.deleted.has(number))
    return refuse(replies.deleted({ number }), 'This message is marked as deleted')
  return { ok: true, number, message, rest }
}

/** For a command that takes a number and nothing else. */
export function readOnlyNumber(
  command: CommandFacts,
  session: Transaction,
  argument: string,
  tools: Tools,
): NumberRead {
  const read = readMessageNumber(command, session, argument, tools)
  if (!read.ok || read.rest === '') return read
  const reply = tools.replies.noise({ typed: read.rest, command })
  const span = { from: argument.length - read.rest.length, to: argument.length }
  return { ok: false, answer: stay(session, reply, { span, message: 'Nothing stands here' }) }
}
