import { snippetLimits, type SnippetText } from '../../../lab/snippet/snippet.ts'

/** The head of a part: `-- example.org`, on a line of its own. */
const HEAD = /^--[ \t]+(\S{1,255})[ \t]*$/

/**
 * The parts of a snippet: each line `-- NAME` begins one, which has that name. What stands before the first is
 * a part without one.
 * @param name Of the part that has none of its own.
 */
export function partsOf(text: string, name = ''): SnippetText[] {
  const parts: { name: string; lines: string[] }[] = [{ name, lines: [] }]
  for (const line of text.split('\n')) {
    const [, head] = HEAD.exec(line) ?? []
    if (head !== undefined && parts.length <= snippetLimits.parts)
      parts.push({ name: head, lines: [] })
    else parts.at(-1)!.lines.push(line)
  }
  const made = parts.map((part) => ({ name: part.name, text: trimmed(part.lines.join('\n')) }))
  const [first, ...named] = made
  return named.length > 0 && first!.text === '' ? named : made
}

const trimmed = (text: string): string => text.replace(/^\n+|\s+$/g, '')
