import type { Severity, TextEdit } from '../../../core/diagnostic.ts'
import { sectionLabel, sectionUrl, type Section } from '../../../core/section.ts'
import type { Span } from '../../../core/span.ts'
import { visible } from '../../../core/text/visible.ts'
import { escapeHtml } from '../template.ts'
import type { SiteWords } from '../words/load-words.ts'

/** On an element with what rules or the lab say: it is in English in every language of the site. */
export const IN_ENGLISH = ' lang="en"'

/** A sentence as HTML: what stands in backticks is code. */
export const richHtml = (text: string): string =>
  text
    .split(/`([^`]+)`/)
    .map((part, at) => (at % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part)))
    .join('')

export const sectionLink = (source: Section): string =>
  `<a href="${escapeHtml(sectionUrl(source))}" rel="noreferrer noopener">${escapeHtml(sectionLabel(source))}</a>`

/** @param words What each severity is called. */
export const severityTag = (
  severity: Severity,
  { severities }: Pick<SiteWords['rules'], 'severities'>,
): string =>
  `<span class="severity" data-severity="${severity}">${escapeHtml(severities[severity])}</span>`

/** A text with marks around its spans; an empty span is a mark between two characters. */
export const markedHtml = (text: string, marks: readonly Span[]): string =>
  wrapSpans(text, marks, (part) =>
    part === '' ? '<mark class="gap"></mark>' : `<mark>${escapeHtml(visible(part, text))}</mark>`,
  )

/** What edits take away, marked in the text before, and what they bring, in the text after. */
export function editedHtml(
  text: string,
  edits: readonly TextEdit[],
): { before: string; after: string } {
  const sorted = edits.toSorted((a, b) => a.span.from - b.span.from || a.span.to - b.span.to)
  const texts = sorted.map((edit) => edit.text)
  return {
    before: wrapSpans(
      text,
      sorted.map(({ span }) => span),
      (part) => (part === '' ? '' : `<del>${escapeHtml(visible(part, text))}</del>`),
    ),
    after: wrapSpans(
      text,
      sorted.map(({ span }) => span),
      (_, at) => (texts[at] === '' ? '' : `<ins>${escapeHtml(visible(texts[at]!, text))}</ins>`),
    ),
  }
}

/** @param spans In order, without overlaps. */
function wrapSpans(
  text: string,
  spans: readonly Span[],
  wrap: (part: string, at: number) => string,
): string {
  let html = ''
  let from = 0
  spans.forEach((span, at) => {
    html +=
      escapeHtml(visible(text.slice(from, span.from), text)) +
      wrap(text.slice(span.from, span.to), at)
    from = span.to
  })
  return html + escapeHtml(visible(text.slice(from), text))
}
