import MarkdownIt, { type Token } from 'markdown-it'
import { sectionUrl } from '../../../core/section.ts'

/** A lesson's prose as HTML, and what stands under its `## Debrief`. */
export interface Prose {
  readonly html: string
  readonly debrief: string
}

/** `RFC 5321`, `RFC 5321 §4.1.1.3`, `RFC 9989 §A.4`. */
const SECTION = /RFC (\d{3,5})(?: §((?:\d+|[A-Z])(?:\.\d+)*))?/g

const markdown = new MarkdownIt({ html: false, linkify: false })
markdown.core.ruler.push('rfc', ({ tokens, Token: make }) => {
  for (const token of tokens)
    if (token.children) token.children = withSections(token.children, make)
})

/** Renders Markdown without its HTML. Names of RFC sections become links to the RFC editor. */
export function renderProse(text: string): Prose {
  const tokens = markdown.parse(text, {})
  const debrief = tokens.findIndex(
    ({ type, tag }, at) =>
      type === 'heading_open' && tag === 'h2' && /^Debrief/.test(tokens[at + 1]?.content ?? ''),
  )
  const cut = debrief < 0 ? tokens.length : debrief
  return { html: render(tokens.slice(0, cut)), debrief: render(tokens.slice(cut + HEADING)) }
}

/** Tokens of a heading: open, text, close. */
const HEADING = 3

const render = (tokens: Token[]): string =>
  markdown.renderer.render(tokens, markdown.options, {}).trim()

function withSections(tokens: readonly Token[], make: typeof Token): Token[] {
  let inLink = 0
  return tokens.flatMap((token) => {
    if (token.type === 'link_open') inLink++
    if (token.type === 'link_close') inLink--
    return token.type === 'text' && !inLink ? linked(token.content, make) : [token]
  })
}

function linked(text: string, make: typeof Token): Token[] {
  const tokens: Token[] = []
  let from = 0
  const plain = (to: number) => {
    if (to > from)
      tokens.push(Object.assign(new make('text', '', 0), { content: text.slice(from, to) }))
  }
  for (const found of text.matchAll(SECTION)) {
    plain(found.index)
    tokens.push(...sectionLink(found, make))
    from = found.index + found[0].length
  }
  plain(text.length)
  return tokens
}

function sectionLink([label, rfc, section]: RegExpMatchArray, make: typeof Token): Token[] {
  const open = new make('link_open', 'a', 1)
  open.attrSet('href', sectionUrl({ rfc: Number(rfc), ...(section && { section }) }))
  open.attrSet('rel', 'external noopener')
  const content = Object.assign(new make('text', '', 0), { content: label })
  return [open, content, new make('link_close', 'a', -1)]
}
