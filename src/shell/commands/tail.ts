import { utf8 } from '../../core/bytes.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { readCount, readFlags } from '../flags.ts'
import { pathOf } from '../files/place.ts'
import type { Word } from '../language/tree.ts'
import { gatherInputs } from '../text/inputs.ts'
import { nameLine, withCounts } from './head.ts'

export const tail: Command = {
  name: 'tail',
  kind: 'tool',
  summary: 'print the last lines, and what comes after them',
  completes: ['files'],
  page: {
    synopsis: ['tail [-n lines | -c octets] [-f] [file ...]'],
    description: [
      'Prints the last ten lines of each file, or of what it is given.',
      'With `-f` it goes on with what is added to the file, until Ctrl-C: to a log, for instance.',
    ],
    options: [
      ['-n lines', 'so many lines; `-5` is short for `-n 5`, and `-n +5` is from line 5 on'],
      ['-c octets', 'so many octets, or from there on with `+`'],
      ['-f', 'wait for more'],
      ['-q', 'no names between several files'],
    ],
    examples: [
      ['tail -n 3 message.eml', 'the end of a message'],
      [
        'tail -f /var/log/mail.log',
        'what the mail server of this host does; best in a second terminal, while you send from the first',
      ],
    ],
    seeAlso: ['head', 'cat'],
  },
  run(words, context) {
    const given = readFlags<'follow' | 'quiet', 'lines' | 'octets'>(
      'tail',
      withCounts(words),
      {
        switches: { '-f': 'follow', '--follow': 'follow', '-F': 'follow', '-q': 'quiet' },
        values: { '-n': 'lines', '--lines': 'lines', '-c': 'octets', '--bytes': 'octets' },
      },
      context,
    )
    if (!given) return undefined
    const [kind, word] = given.all.at(-1) ?? ['lines', undefined]
    const isFrom = word?.text.startsWith('+') ?? false
    const count = word ? readCount({ ...word, text: word.text.replace(/^[+-]/, '') }, context) : 10
    if (count === undefined) return undefined
    const cut = (octets: Uint8Array): Uint8Array =>
      octets.subarray((kind === 'lines' ? lineStart : octetStart)(octets, count, isFrom))
    const hasNames = given.words.length > 1 && !given.on.has('quiet')
    const program = printLast(given.words, cut, hasNames, context)
    if (program || !given.on.has('follow')) return program
    const { files } = context.session
    const there = given.words.filter(({ text }) => files.read(pathOf(context.session, text)))
    if (there.length > 0) return follow(there, context)
    context.complain('tail: no files remaining')
    return undefined
  },
}

function printLast(
  files: readonly Word[],
  cut: (octets: Uint8Array) => Uint8Array,
  hasNames: boolean,
  context: CommandContext,
): Program | undefined {
  return gatherInputs('tail', files, context, (inputs) => {
    for (const [at, { source, octets }] of inputs.entries()) {
      if (hasNames) context.write(utf8(nameLine(source, at === 0)))
      context.write(cut(octets))
    }
  })
}

const octetStart = (octets: Uint8Array, count: number, isFrom: boolean): number =>
  isFrom ? Math.max(0, count - 1) : Math.max(0, octets.length - count)

function lineStart(octets: Uint8Array, count: number, isFrom: boolean): number {
  if (isFrom) {
    let at = 0
    for (let left = count - 1; left > 0 && at >= 0; left--) at = octets.indexOf(10, at) + 1 || -1
    return at < 0 ? octets.length : at
  }
  if (count === 0) return octets.length
  let at = octets.length
  // The end of the last line is no line of its own.
  if (octets[at - 1] === 10) at--
  for (let left = count; at > 0; at--) if (octets[at - 1] === 10 && --left === 0) break
  return at
}

/** Prints what the world adds to the files from now on. */
function follow(files: readonly Word[], context: CommandContext): Program {
  const { world, session } = context
  const sizes = new Map(files.map(({ text }) => [text, sizeOf(text)]))
  function sizeOf(name: string): number {
    return session.files.read(pathOf(session, name))?.octets.length ?? 0
  }
  const look = (): void => {
    for (const [name, size] of sizes) {
      const octets = session.files.read(pathOf(session, name))?.octets
      if (!octets || octets.length <= size) continue
      sizes.set(name, octets.length)
      context.write(octets.subarray(size))
    }
  }
  const stop = world.subscribe(look)
  const end = (): void => {
    stop()
    context.done()
  }
  return { name: 'tail', line: () => undefined, interrupt: end, eof: end }
}
