import { formatDate } from '../../message/date.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext } from '../command.ts'
import type { Word } from '../language/tree.ts'
import { pointAt } from '../point-at.ts'

/** Milliseconds in each unit. */
const UNITS: Readonly<Record<string, number>> = {
  s: 1000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
}

/** The longest nap; mail is given up long before. */
const LONGEST = 30 * 86_400_000

export const sleep: Command = {
  name: 'sleep',
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
    seeAlso: ['mailq'],
  },
  run(words, context) {
    const [word, ...more] = words
    const time = word && !more.length ? readTime(word.text) : undefined
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

function readTime(text: string): number | undefined {
  const [, digits, unit = 's'] = /^(\d{1,9})([smhd])?$/.exec(text) ?? []
  const time = digits === undefined ? undefined : Number(digits) * UNITS[unit]!
  return time === undefined || time > LONGEST ? undefined : time
}

function refuse(word: Word | undefined, { complain, line }: CommandContext): void {
  const advice = 'How long? Write a number of seconds, or `30m`, `4h`, up to `30d`.'
  complain(word ? pointAt(line, word.span, advice) : withCode(advice))
}
