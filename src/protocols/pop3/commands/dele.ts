import { defineCommand, go, type Command } from '../server/command.ts'
import { readOnlyNumber } from '../server/message-number.ts'

export const dele: Command = defineCommand({
  verb: 'DELE',
  syntax: 'DELE msg',
  about: 'Marks a message; QUIT deletes it',
  source: { rfc: 1939, section: '5' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'words',
  run(session, argument, tools) {
    const read = readOnlyNumber(dele, session, argument, tools)
    if (!read.ok) return read.answer
    const { number } = read
    return go(
      { ...session, deleted: new Set([...session.deleted, number]) },
      tools.replies.dele({ number }),
    )
  },
})
