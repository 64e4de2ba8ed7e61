import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { needsUtf8, wireForm } from '../server/maildrop.ts'
import { readOnlyNumber } from '../server/message-number.ts'

export const retr: Command = defineCommand({
  verb: 'RETR',
  syntax: 'RETR msg',
  about: 'The whole message',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'words',
  run(session, argument, tools) {
    const read = readOnlyNumber(retr, session, argument, tools)
    if (!read.ok) return read.answer
    const { number, message } = read
    if (
      session.utf8 === 'off' &&
      tools.policies.international === 'offered' &&
      needsUtf8(message.bytes)
    )
      return stay(session, tools.replies.needsUtf8({ number }))
    const octets = wireForm(message.bytes)
    return go(
      { ...session, retrieved: new Set([...session.retrieved, number]) },
      tools.replies.retr({ octets: octets.length, message: octets }),
    )
  },
})
