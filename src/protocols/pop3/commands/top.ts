import { defineCommand, stay, type Command } from '../server/command.ts'
import { needsUtf8, topOf } from '../server/maildrop.ts'
import { readMessageNumber } from '../server/message-number.ts'

/** As many lines as any message has. */
const MOST_LINES = 2 ** 31

export const top: Command = defineCommand({
  verb: 'TOP',
  syntax: 'TOP msg n',
  about: 'The header, and n lines of the text',
  source: { rfc: 1939, section: '7' },
  allowedIn: ['transaction'],
  outOfOrder: { authorization: 'loginFirst', user: 'loginFirst' },
  takes: 'words',
  run(session, argument, tools) {
    const read = readMessageNumber(top, session, argument, tools)
    if (!read.ok) return read.answer
    const { number, message, rest } = read
    const more = /^\d+ +(.*)$/.exec(rest)?.[1]
    if (more !== undefined)
      return stay(session, tools.replies.linesNoise({ typed: more, command: top }), {
        span: { from: argument.length - more.length, to: argument.length },
        message: 'Nothing stands here',
      })
    if (!/^\d+$/.test(rest))
      return stay(session, tools.replies.badLines({ typed: rest }), {
        span: { from: argument.length - rest.length, to: argument.length },
        message: 'A number of lines is written in digits',
      })
    if (
      session.utf8 === 'off' &&
      tools.policies.international === 'offered' &&
      needsUtf8(message.bytes)
    )
      return stay(session, tools.replies.needsUtf8({ number }))
    const lines = Math.min(Number(rest), MOST_LINES)
    return stay(session, tools.replies.top({ lines, message: topOf(message.bytes, lines) }))
  },
})
