import type { TerminalTranscript } from '../terminal/transcripts-of.ts'

/** What is copied as Markdown. */
export interface Shared {
  readonly title: string
  readonly link: string
  /** Texts that were edited, by origin or file. */
  readonly zones: Readonly<Record<string, string>>
  /** Of each terminal; a text may be empty. */
  readonly transcripts: readonly TerminalTranscript[]
}

/** Lines of a transcript that are copied: its end, since that is what is talked about. */
const MOST_LINES = 60

/** A state as Markdown: its link, and what can be read without opening it. */
export function markdownOf({ title, link, zones, transcripts }: Shared): string {
  const texts = Object.entries(zones).map(([name, text]) => `\`${name}\`:\n\n${fenced(text)}`)
  return [`[${escaped(title)}](${link})`, ...texts, ...transcripts.flatMap(written)].join('\n\n')
}

/** The end of a transcript; nothing where none is. */
function written({ name, text }: TerminalTranscript): string[] {
  const shown = text.trimEnd().split(/\r?\n/).slice(-MOST_LINES).join('\n')
  if (!shown) return []
  return [name === undefined ? fenced(shown) : `${escaped(name)}:\n\n${fenced(shown)}`]
}

const escaped = (text: string): string => text.replace(/[\\[\]*_`<>]/g, String.raw`\$&`)

/** A fence that is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text.trimEnd()}\n${fence}`
}
