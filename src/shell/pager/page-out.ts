import type { CommandContext, Program } from '../command.ts'
import { Pager } from './pager.ts'
import { pageRows } from './page-rows.ts'

/**
 * Prints lines; where they are seen at once and are more than a page, page by page.
 * @returns The program that goes on with it, where it is not over.
 */
export function pageOut(
  name: string,
  lines: readonly string[],
  context: CommandContext,
  print: (line: string) => void,
): Program | undefined {
  const isSeen = context.isOnScreen && context.inputFrom === 'keyboard'
  // A page more or less is not worth a key.
  if (isSeen && lines.length > pageRows(context.session) + SPARE)
    return new Pager(name, lines, { mode: 'more', print }, context)
  for (const line of lines) print(line)
  return undefined
}

const SPARE = 4
