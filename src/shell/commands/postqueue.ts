import { dim, withCode } from '../../core/text/ansi.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { queueLines } from '../mail-queue.ts'
import { showText } from '../show-text.ts'

/** EX_UNAVAILABLE, as the real one ends where it was not asked for anything. */
const UNASKED = 69

export const postqueue: Command = {
  name: 'postqueue',
  summary: 'list what waits at this host, or try it again now',
  page: {
    synopsis: ['postqueue -p | -f | -i queue-id'],
    description: [
      'Lists the messages that this host could not send yet: id, size, when it came, from whom; below it why it waits, and to whom. `ssh` goes to another host, and `mailq` at your desk lists what waits at all of them.',
      '`-f` flushes the queue: each message is tried again at once. That seldom helps: what was wrong a minute ago is wrong now.',
    ],
    options: [
      ['-p', 'print the queue'],
      ['-f', 'try all of it again now'],
      ['-i queue-id', 'try one message again now'],
    ],
    examples: [
      ['postqueue -p', 'what waits here, and why'],
      ['postqueue -f', 'try it again'],
    ],
    seeAlso: ['mailq', 'postsuper', 'clock', 'ssh'],
  },
  run(words, context) {
    const known = { switches: { '-p': 'print', '-f': 'flush' }, values: { '-i': 'one' } } as const
    const given = readFlags<'print' | 'flush', 'one'>('postqueue', words, known, context)
    if (!given) return void context.setStatus(UNASKED)
    const { world, host, print } = context
    const one = given.values.get('one')
    if (given.on.has('print')) for (const line of queueLines(world, host)) print(line)
    else if (given.on.has('flush') || one) {
      const waiting = world.outbox.filter(
        ({ message }) => message.host.name === host.name && (!one || message.id === one.text),
      )
      if (one && !waiting.length)
        return void context.complain(
          `postqueue: fatal: queue id ${showText(one.text)} is not in the queue`,
        )
      world.retryQueued(host.name, one?.text)
      if (waiting.length)
        context.note(dim(withCode('Tried again now: `mailq` shows what came of it.')))
    } else {
      context.complain(
        withCode('usage: postqueue -p | -f\nTry `postqueue -p`: it prints the queue.'),
      )
      context.setStatus(UNASKED)
    }
    return undefined
  },
}
