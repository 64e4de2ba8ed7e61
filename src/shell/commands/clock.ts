import { withCode } from '../../core/text/ansi.ts'
import { formatDate } from '../../message/date.ts'
import type { Command, CommandContext } from '../command.ts'
import { pointAt } from '../point-at.ts'
import { readDuration } from '../text/duration.ts'

export const clock: Command = {
  name: 'clock',
  origin: 'ours',
  options: 'none',
  summary: 'what time it is here, what is due next; and let time go by',
  page: {
    synopsis: ['clock [+time | next]'],
    description: [
      'Shows the time of this simulated Internet, and when something happens next by itself: a message that is tried again, something that is planned.',
      '`clock +1h` lets an hour go by, as `sleep` does; `clock next` lets time go by until that next thing has happened.',
    ],
    options: [
      ['+time', 'seconds, or with `m` minutes, `h` hours, `d` days: `+30m`'],
      ['next', 'up to what is due next'],
    ],
    examples: [
      ['clock', 'what time is it, and what comes next?'],
      ['clock +1h', 'an hour later'],
      ['clock next', 'when the next thing has happened'],
    ],
    seeAlso: ['date', 'sleep', 'mailq'],
  },
  run([word, more], context) {
    const time = word?.text.startsWith('+') ? readDuration(word.text.slice(1)) : undefined
    if (more || (word && word.text !== 'next' && time === undefined)) {
      const advice = '`clock +30m`, `+4h`, up to `+30d`, or `clock next` lets time go by.'
      context.complain(pointAt(context.line, (more ?? word!).span, advice))
    } else if (!word) show(context)
    else goOn(time, context)
    return undefined
  },
}

function show({ world, print, explain }: CommandContext): void {
  print(formatDate(world.clock.now()))
  const { nextDue } = world
  explain(
    withCode(
      nextDue === undefined
        ? 'Nothing is due: nothing waits for another try.'
        : `Something is due at ${formatDate(nextDue)}: \`clock next\` goes there.`,
    ),
  )
}

/** @param time Milliseconds; undefined: up to what is due next. */
function goOn(time: number | undefined, { world, explain }: CommandContext): void {
  const now = world.clock.now()
  const then = time === undefined ? world.nextDue : now + time
  if (then === undefined) return explain('Nothing is due, so the time stays.')
  world.advanceClock(Math.max(0, then - now))
  explain(`It is ${formatDate(Math.max(then, now))} now.`)
}
