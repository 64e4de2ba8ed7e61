import { defineCommand, stay, type Command } from '../server/command.ts'
import { octetsOf } from '../server/maildrop.ts'
import { readOnlyNumber } from '../server/message-number.ts'
import { remaining } from '../server/session.ts'

export const list: Command = defineCommand({
  verb: 'LIST',
  syntax: 'LIST [msg]',
  about: 'The number of each message, and its octets',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'words',
  run(session, argument, tools) {
    if (argument !== '') {
      const read = readOnlyNumber(list, session, argument, tools)
      if (!read.ok) return read.answer
      const { number, message } = read
      return stay(session, tools.replies.listOne({ number, octets: octetsOf(message) }))
    }
    const left = remaining(session).map(({ number, message }) => ({
      number,
      octets: octetsOf(message),
    }))
    return stay(
      session,
      tools.replies.list({
        count: left.length,
        octets: left.reduce((sum, { octets }) => sum + octets, 0),
        lines: left.map(({ number, octets }) => `${number} ${octets}`),
      }),
    )
  },
})
