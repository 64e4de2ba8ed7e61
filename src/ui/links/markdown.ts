/** What is copied as Markdown. */
export interface Shared {
  readonly title: string
  readonly link: string
  /** Texts that were edited, by origin or file. */
  readonly zones: Readonly<Record<string, string>>
  /** Of the terminal; may be empty. */
  readonly transcript: string
}

/** Lines of a transcript that are copied: its end, since that is what is talked about. */
const MOST_LINES = 60

/** A state as Markdown: its link, and what can be read without opening it. */
export function markdownOf({ title, link, zones, transcript }: Shared): string {
  const lines = transcript.trimEnd().split(/\r?\n/)
  const shown = lines.slice(-MOST_LINES).join('\n')
  const texts = Object.entries(zones).map(([name, text]) => `\`${name}\`:\n\n${fenced(text)}`)
  return [`[${escaped(title)}](${link})`, ...texts, ...(shown ? [fenced(shown)] : [])].join('\n\n')
}

const escaped = (text: string): string => text.replace(/[\\[\]*_`<>]/g, String.raw`\$&`)

/** A fence that is longer than any in the text. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text.trimEnd()}\n${fence}`
}
