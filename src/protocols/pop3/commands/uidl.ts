import { defineCommand, stay, type Command } from '../server/command.ts'
import { uniqueId } from '../server/maildrop.ts'
import { readOnlyNumber } from '../server/message-number.ts'
import { remaining } from '../server/session.ts'

export const uidl: Command = defineCommand({
  verb: 'UIDL',
  syntax: 'UIDL [msg]',
  about: 'The number of each message, and a name that stays in later sessions',
  source: { rfc: 1939, section: '7' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'words',
  run(session, argument, tools) {
    const { maildrop } = session
    if (argument !== '') {
      const read = readOnlyNumber(uidl, session, argument, tools)
      if (!read.ok) return read.answer
      const { number, message } = read
      return stay(session, tools.replies.uidlOne({ number, id: uniqueId(maildrop, message) }))
    }
    const lines = remaining(session).map(
      ({ number, message }) => `${number} ${uniqueId(maildrop, message)}`,
    )
    return stay(session, tools.replies.uidl({ lines }))
  },
})
