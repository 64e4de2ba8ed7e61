import { clip } from '../../core/text/clip.ts'
import { formatDate } from '../../message/date.ts'
import type { QueueEntry } from '../../world/outbox/outbox.ts'
import { reasonOf } from '../../world/outbox/outcome.ts'
import { bold, dim } from '../../core/text/ansi.ts'
import type { Command } from '../command.ts'
import { queueLines } from '../mail-queue.ts'
import { showText } from '../show-text.ts'

export const mailq: Command = {
  name: 'mailq',
  options: 'none',
  summary: 'list the messages that wait at the servers for another try',
  page: {
    synopsis: ['mailq'],
    description: [
      'Lists what the servers here could not deliver yet: at which server it waits, from whom to whom, what the last try came to, and when the next one is due. On the real Internet each server shows only its own.',
      '`clock next` lets time go by until then. On another host (`ssh`) it prints the queue of that host, as Postfix does.',
    ],
    examples: [['mailq', 'what waits, and why']],
    seeAlso: ['clock', 'postqueue', 'postsuper'],
  },
  run(_, { world, host, isAtDesk, print }) {
    if (!isAtDesk) {
      for (const line of queueLines(world, host)) print(line)
      return undefined
    }
    if (!world.outbox.length) print('No message waits.')
    for (const line of world.outbox.flatMap(linesFor)) print(line)
    return undefined
  },
}

const linesFor = ({ message, recipients, tries, nextTry }: QueueEntry): string[] => [
  `${bold(message.host.name)}  from ${showText(clip(message.from)) || 'the null sender'}`,
  ...recipients.map(
    ({ recipient, outcome }) =>
      `  to ${showText(clip(recipient.address))}: ${showText(clip(reasonOf(outcome), 200))}`,
  ),
  dim(`  tried ${tries === 1 ? 'once' : `${tries} times`}, again ${formatDate(nextTry)}`),
]
