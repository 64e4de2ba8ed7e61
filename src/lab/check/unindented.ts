/** A text without what a quotation or a block of code puts before each of its lines. */
export interface Unindented {
  readonly text: string
  /** What was left out; empty where nothing was. */
  readonly prefix: string
}

/** Signs of a quotation, or white space. */
const PREFIX = /^(?:[ \t]*\r?\n)*((?:>[ \t]?)+|[ \t]+)/
/** How a message or a zone begins; a line that begins with a type has its owner above it. */
const BEGINNING = /^(?:\$(?:ORIGIN|TTL)\b|@[ \t]|[^\s;]+\.[ \t]+\S|[!-9;-~]{1,100}:[ \t])/i

/**
 * Takes from each line what all of them begin with. White space is left where it may have a meaning:
 * in a zone a line that begins with it has the owner of the line before. Never throws.
 */
export function unindented(text: string): Unindented {
  const prefix = PREFIX.exec(text.slice(0, 2000))?.[1]
  if (prefix === undefined) return { text, prefix: '' }
  const lines = text.split('\n')
  const isBare = (line: string) => line.trim() === '' || line.trimEnd() === prefix.trimEnd()
  if (!lines.every((line) => line.startsWith(prefix) || isBare(line))) return { text, prefix: '' }
  const stripped = lines.map((line) =>
    line.startsWith(prefix) ? line.slice(prefix.length) : line.replace(/^[> \t]+/, ''),
  )
  const inner = stripped.join('\n')
  return BEGINNING.test(inner.trimStart()) ? { text: inner, prefix } : { text, prefix: '' }
}
