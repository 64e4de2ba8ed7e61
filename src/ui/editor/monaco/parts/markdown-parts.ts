export interface MarkdownPart {
  readonly text: string
  readonly kind: 'text' | 'code' | 'stress' | 'link'
  /** Where a link leads. */
  readonly link?: string
}

/** Code, a link, words that are stressed. */
const MARKED = /`([^`]+)`|\[([^\]]+)\]\(([^()\s]+)\)|(?<!\S)\*(\w[^*`]*)\*(?!\w)/g

/**
 * Splits a paragraph at its code in backticks, its links and its stressed words. Anything else stays as it is
 * written, since a zone is full of signs that mean something in Markdown.
 * @param mayCommand Whether a link may name a command of the editor; others lead to pages alone.
 */
export function markdownParts(paragraph: string, mayCommand: boolean): MarkdownPart[] {
  const parts: MarkdownPart[] = []
  let rest = 0
  for (const found of paragraph.matchAll(MARKED)) {
    const part = markedPart(found, mayCommand)
    if (!part) continue
    parts.push({ text: paragraph.slice(rest, found.index), kind: 'text' }, part)
    rest = found.index + found[0].length
  }
  return [...parts, { text: paragraph.slice(rest), kind: 'text' as const }].filter(
    ({ text }) => text,
  )
}

function markedPart(
  [, code, label, link, stressed]: RegExpExecArray,
  mayCommand: boolean,
): MarkdownPart | undefined {
  if (code) return { text: code, kind: 'code' }
  if (stressed) return { text: stressed, kind: 'stress' }
  const mayFollow = isPage(link!) || (mayCommand && link!.startsWith('command:'))
  return mayFollow ? { text: label!, kind: 'link', link: link! } : undefined
}

export const isPage = (link: string): boolean => /^https?:/i.test(link)
