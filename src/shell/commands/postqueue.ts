import { clip } from '../../core/text/clip.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { QueueEntry } from '../../world/outbox/outbox.ts'
import { reasonOf } from '../../world/outbox/outcome.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { showText } from '../show-text.ts'
import { formatTime } from '../text/time-format.ts'

export const postqueue: Command = {
  name: 'postqueue',
  summary: 'list what waits at this host, as Postfix does',
  page: {
    synopsis: ['postqueue -p'],
    description: [
      'Lists the messages that this host could not send yet: id, size, when it came, from whom; below it why it waits, and to whom. `ssh` goes to another host, and `mailq` lists what waits at all of them.',
      'Nothing is flushed by hand here: `sleep` lets time go by until the next try.',
    ],
    options: [['-p', 'print the queue']],
    examples: [['postqueue -p', 'what waits here, and why']],
    seeAlso: ['mailq', 'sleep', 'ssh'],
  },
  run(words, context) {
    const given = readFlags<'print'>('postqueue', words, { switches: { '-p': 'print' } }, context)
    if (!given) return undefined
    if (!given.on.has('print'))
      return void context.complain(
        withCode('usage: postqueue -p\nTry `postqueue -p`: it prints the queue.'),
      )
    const waiting = context.world.outbox.filter(
      ({ message }) => message.host.name === context.host.name,
    )
    if (!waiting.length) context.print('Mail queue is empty')
    else for (const line of linesFor(waiting)) context.print(line)
    return undefined
  },
}

const HEAD = '-Queue ID-  --Size-- ----Arrival Time---- -Sender/Recipient-------'

function linesFor(waiting: readonly QueueEntry[]): string[] {
  const size = waiting.reduce((sum, { message }) => sum + message.bytes.length, 0)
  const requests = waiting.length === 1 ? '1 Request' : `${waiting.length} Requests`
  return [
    HEAD,
    ...waiting.flatMap(entryLines),
    `-- ${Math.ceil(size / 1024)} Kbytes in ${requests}.`,
  ]
}

function entryLines({ message, recipients }: QueueEntry): string[] {
  const { id, bytes, arrivedAt, from } = message
  const time = formatTime('%a %b %e %H:%M:%S', arrivedAt)
  const head = `${id.padEnd(10)}  ${String(bytes.length).padStart(8)} ${time}  ${showText(clip(from)) || 'MAILER-DAEMON'}`
  return [
    head,
    ...recipients.flatMap(({ recipient, outcome }) => [
      `(${showText(clip(reasonOf(outcome), 200))})`,
      `${' '.repeat(41)}${showText(clip(recipient.address))}`,
    ]),
    '',
  ]
}
