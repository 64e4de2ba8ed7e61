import { utf8, fromUtf8, concatBytes } from '../../core/bytes.ts'
import { withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext, Program } from '../command.ts'
import { readFlags } from '../flags.ts'
import { AfterInput } from '../job/working-program.ts'
import { pageRows } from '../pager/page-rows.ts'
import { Pager } from '../pager/pager.ts'
import { readFile } from '../text/inputs.ts'

type Switch = 'numbers' | 'ignored'

const SWITCHES: Readonly<Record<string, Switch>> = {
  ...{ '-N': 'numbers', '-n': 'ignored', '-F': 'ignored', '-R': 'ignored', '-X': 'ignored' },
  ...{ '-S': 'ignored', '-e': 'ignored' },
}

const pager = (name: 'less' | 'more', summary: string, keys: readonly string[]): Command => ({
  name,
  kind: 'tool',
  summary,
  completes: ['files'],
  page: {
    synopsis: [`${name} [-N] [file ...]`, `command | ${name}`],
    description: [
      ...keys,
      'What fits on one page is printed at once. A page has 24 rows; `LINES=40` makes it longer. Ctrl-C ends it, as it ends everything.',
    ],
    options: [
      ['-N', 'number the lines'],
      ['-F, -R, -S, -X, -e, -n', 'taken, and without effect: so it is here anyway'],
    ],
    examples: [
      [`${name} message.eml`, 'read a message'],
      [`dig example.org TXT | ${name}`, 'read a long answer'],
    ],
    seeAlso: [name === 'less' ? 'more' : 'less', 'head', 'tail', 'grep'],
  },
  run(words, context) {
    const given = readFlags<Switch>(name, words, { switches: SWITCHES }, context)
    if (!given) return undefined
    const show = (octets: Uint8Array): Program | undefined =>
      start(name, octets, given.on.has('numbers'), context)
    if (given.words.length) {
      const files = given.words.map(({ text }) => readFile(name, text, context))
      const read = files.filter((octets) => octets !== undefined)
      return read.length ? show(concatBytes(read)) : undefined
    }
    if (context.inputFrom === 'keyboard')
      return void context.complain(withCode(`Name a file: \`${name} message.eml\`, for instance.`))
    return new AfterInput(name, context, (parts) => show(concatBytes(parts)) ?? over(name, context))
  },
})

/** Nothing is left to show. */
function over(name: string, context: CommandContext): Program {
  context.done()
  return { name, line: () => undefined, eof: () => undefined, interrupt: () => undefined }
}

function start(
  name: 'less' | 'more',
  octets: Uint8Array,
  numbered: boolean,
  context: CommandContext,
): Program | undefined {
  const text = fromUtf8(octets)
  const all = text.replace(/\n$/, '').split('\n')
  const lines = numbered ? all.map((line, at) => `${String(at + 1).padStart(7)} ${line}`) : all
  const print = (line: string): void => context.write(utf8(`${line}\n`))
  if (context.isOnScreen && lines.length > pageRows(context.session))
    return new Pager(name, lines, { mode: name, print }, context)
  if (text !== '') for (const line of lines) print(line)
  return undefined
}

export const less = pager('less', 'read a long text, page by page, back and forth', [
  'Space shows the next page, `b` the one before, Enter the next line, `g` the beginning, `G` the end. `/` and a word looks for it, `n` looks further, `q` ends.',
  'What was shown stays in the terminal.',
])

export const more = pager('more', 'read a long text, page by page', [
  'Space shows the next page, Enter the next line, `q` ends. With the last line it ends by itself; any other key prints the rest, and is typed at the prompt.',
])
