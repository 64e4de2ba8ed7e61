import { bold, withCode } from '../core/text/ansi.ts'
import { wrapText } from '../core/text/columns.ts'
import { pageOut } from './pager/page-out.ts'
import type { Command, CommandContext, ManPage, Program } from './command.ts'
import type { Word } from './language/tree.ts'
import { pointAt } from './point-at.ts'
import { nearest } from '../core/text/edit-distance.ts'

export const findCommand = (name: string, commands: readonly Command[]): Command | undefined =>
  commands.find((command) => command.name === name || command.aliases?.includes(name))

/** Every name that a command can be called by. */
export const commandNames = (commands: readonly Command[]): string[] =>
  commands.flatMap(({ name, aliases = [] }) => [name, ...aliases])

/** Shows the page of the command that the word names, or reports that there is none. */
export function printPage(word: Word, context: CommandContext): Program | undefined {
  const command = findCommand(word.text, context.commands)
  if (command) return pageOut('man', renderPage(command), context, (line) => context.explain(line))
  context.complain(pointAt(context.line, word.span, noPage(word.text, context.commands)))
  return undefined
}

function noPage(name: string, commands: readonly Command[]): string {
  const meant = nearest(name, commandNames(commands))
  const hint = meant ? `Did you mean \`${meant}\`?` : '`help` lists the commands that have one.'
  return `There is no page about \`${name}\` here. ${hint}`
}

/** The page as lines, 72 cells wide at most where words allow it. */
export function renderPage(command: Command): string[] {
  const { page } = command
  const names = [command.name, ...(command.aliases ?? [])].join(', ')
  return [
    ...section('NAME', [`${INDENT}${names} - ${command.summary}`]),
    ...section(
      'SYNOPSIS',
      page.synopsis.map((line) => `${INDENT}${line}`),
    ),
    ...section('DESCRIPTION', paragraphs(page.description)),
    ...section('OPTIONS', optionLines(command)),
    ...section('EXAMPLES', terms(page.examples)),
    ...section('SEE ALSO', [INDENT + page.seeAlso.map((name) => `\`${name}\``).join(', ')]),
  ].slice(0, -1)
}

/** All that there are, with a word about those of the real program. */
function optionLines({ page: { options = [] }, origin }: Command): string[] {
  if (origin === 'ours') return terms(options)
  const rest = options.length
    ? 'Of the options of the real program these are here.'
    : 'None of the options of the real program are here.'
  return [...terms(options), ...wrapText(rest, INDENT)]
}

const INDENT = '    '

function section(title: string, lines: readonly string[]): string[] {
  return lines.length ? [bold(title), ...lines.map(withCode), ''] : []
}

const paragraphs = (texts: readonly string[]): string[] =>
  texts.flatMap((text, at) => [...(at ? [''] : []), ...wrapText(text, INDENT)])

const terms = (rows: NonNullable<ManPage['options']>): string[] =>
  rows.flatMap(([term, meaning]) => [INDENT + bold(term), ...wrapText(meaning, INDENT + INDENT)])
