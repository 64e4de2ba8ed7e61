import { formatDate } from '../../message/date.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext } from '../command.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'
import { readDuration } from '../text/duration.ts'

export const sleep: Command = {
  name: 'sleep',
  options: 'none',
  summary: 'let time pass on this simulated Internet',
  page: {
    synopsis: ['sleep time'],
    description: [
      'Lets time pass for every host here, at once: a server that asked to come back later can be asked again, messages that wait are tried again, idle sessions end.',
      'The time is a number of seconds, or of minutes with `m`, hours with `h`, days with `d` behind it.',
    ],
    examples: [
      ['sleep 30m', 'half an hour, after which many servers try again'],
      ['sleep 5d', 'after which they give up'],
    ],
    seeAlso: ['clock', 'mailq'],
  },
  run(words, context) {
    const [word, ...more] = words
    const time = word && !more.length ? readDuration(word.text) : undefined
    if (time === undefined) refuse(more[0] ?? word, context)
    else {
      const { world } = context
      const then = world.clock.now() + time
      world.advanceClock(time)
      context.explain(`It is ${formatDate(then)} now.`)
    }
    return undefined
  },
}

function refuse(word: Word | undefined, { complain, line }: CommandContext): void {
  const advice = 'How long? Write a number of seconds, or `30m`, `4h`, up to `30d`.'
  complain(word ? pointAt(line, word.span, advice) : withCode(advice))
}
