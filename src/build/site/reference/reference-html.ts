import { IN_ENGLISH, richHtml, sectionLink } from '../rule-pages/rule-html.ts'
import { escapeHtml } from '../template.ts'
import type { SiteWords } from '../words/load-words.ts'
import type { ReferenceEntry, ReferenceGroup, ReferenceLink } from './group.ts'

type ReferenceWords = SiteWords['reference']

/** Groups of entries with a list of the groups before them; each has an anchor. */
export const referenceHtml = (groups: readonly ReferenceGroup[], words: ReferenceWords): string =>
  `<nav class="contents" aria-label="${escapeHtml(words.contents)}"><ul>` +
  groups.map(({ id, title }) => `<li>${link({ href: `#${id}`, text: title })}</li>`).join('') +
  `</ul></nav>${groups.map((group) => groupHtml(group, words)).join('')}`

const groupHtml = ({ id, title, about, entries }: ReferenceGroup, words: ReferenceWords): string =>
  `<section aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>` +
  (about === undefined ? '' : `<p class="about">${richHtml(about)}</p>`) +
  `<dl>${entries.map((entry) => entryHtml(entry, words)).join('')}</dl></section>`

function entryHtml(entry: ReferenceEntry, words: ReferenceWords): string {
  const { id, name, look, syntax, text, next, source, related = [], lesson } = entry
  const shown = escapeHtml(name)
  const facts = [
    // Forms of a code are for the search alone.
    look === 'term' && entry.also?.length ? labelled(words.also, entry.also.map(escapeHtml)) : '',
    related.length ? labelled(words.related, related.map(link)) : '',
    lesson ? labelled(words.taught, [link(lesson)]) : '',
    source ? sectionLink(source) : '',
  ].filter(Boolean)
  return (
    `<div id="${id}"><dt${IN_ENGLISH}>${look === 'code' ? `<code>${shown}</code>` : `<dfn>${shown}</dfn>`}</dt>` +
    `<dd>${syntax === undefined ? '' : `<pre><code>${escapeHtml(syntax)}</code></pre>`}` +
    `<p${IN_ENGLISH}>${richHtml(text)}</p>` +
    (next === undefined
      ? ''
      : `<p class="next">${labelled(words.next, [`<span${IN_ENGLISH}>${richHtml(next)}</span>`])}</p>`) +
    (facts.length
      ? `<p class="facts">${facts.join(' <span aria-hidden="true">·</span> ')}</p>`
      : '') +
    '</dd></div>'
  )
}

/** @param items HTML. */
const labelled = (label: string, items: readonly string[]): string =>
  `<span class="label">${escapeHtml(label)}</span> ${items.join(', ')}`

const link = ({ href, text, language }: ReferenceLink): string =>
  `<a href="${escapeHtml(href)}"${language ? ` lang="${language}"` : ''}>${escapeHtml(text)}</a>`
