import { latin1 } from '../../core/bytes.ts'
import type { Command } from '../command.ts'
import { readFlags } from '../flags.ts'
import { readInputs } from '../text/inputs.ts'
import { LineSplitter } from '../text/lines.ts'

type Switch = 'count' | 'repeated' | 'unique' | 'fold'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-c': 'count', '--count': 'count', '-d': 'repeated', '--repeated': 'repeated' },
  ...{ '-u': 'unique', '--unique': 'unique', '-i': 'fold', '--ignore-case': 'fold' },
}

export const uniq: Command = {
  name: 'uniq',
  kind: 'tool',
  summary: 'leave out lines that are like the one before',
  completes: ['files'],
  page: {
    synopsis: ['uniq [-c] [-d | -u] [-i] [file]'],
    description: [
      'Prints each line once where several equal ones follow each other. `sort` brings equal lines together.',
    ],
    options: [
      ['-c', 'how often each came, before it'],
      ['-d', 'only lines that came more than once'],
      ['-u', 'only lines that came once'],
      ['-i', 'upper and lower case are the same'],
    ],
    examples: [['sort names | uniq -c', 'how often does each name come?']],
    seeAlso: ['sort'],
  },
  run(words, context) {
    const given = readFlags<Switch>('uniq', words, { switches: SWITCHES }, context)
    if (!given) return undefined
    const { on } = given
    const same = (a: string, b: string): boolean =>
      on.has('fold') ? a.toLowerCase() === b.toLowerCase() : a === b
    const lines = new LineSplitter()
    let group: { line: string; count: number } | undefined
    const print = (): void => {
      if (!group) return
      const { line, count } = group
      if (on.has('repeated') && count < 2) return
      if (on.has('unique') && count > 1) return
      context.write(latin1(`${on.has('count') ? `${String(count).padStart(7)} ` : ''}${line}\n`))
    }
    const add = (line: string): void => {
      if (group && same(group.line, line)) group.count++
      else {
        print()
        group = { line, count: 1 }
      }
    }
    return readInputs('uniq', given.words.slice(0, 1), context, {
      take(octets) {
        for (const line of lines.push(octets)) add(line)
        return undefined
      },
      end() {
        for (const line of lines.end()) add(line)
        print()
      },
    })
  },
}
