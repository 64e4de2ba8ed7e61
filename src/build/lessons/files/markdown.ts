import MarkdownIt, { type Token } from 'markdown-it'
import { sectionUrl } from '../../../core/section.ts'
import { isShort } from '../../../ui/kit/rich-text.ts'

/** A lesson's prose: its steps, and what stands under `## Debrief` and `## Notes`. */
export interface Prose {
  readonly steps: readonly StepProse[]
  /** HTML. */
  readonly debrief: string
  /** HTML. */
  readonly notes: string
  /** What stands before the first heading; it has no place in a lesson. */
  readonly stray: string
}

/** `## Call the server {#call}` and what follows; a line of three asterisks begins the explanation. */
export interface StepProse {
  /** Empty where the heading has none. */
  readonly id: string
  readonly title: string
  /** HTML. */
  readonly html: string
  /** HTML. */
  readonly after: string
  /** Of both parts, code left out. */
  readonly words: number
  /** The same as plain sentences, for a measure of how they read. */
  readonly text: string
  /** The line of the heading in the text, from 1. */
  readonly line: number
}

/** `RFC 5321`, `RFC 5321 §4.1.1.3`, `RFC 9989 §A.4`. */
const SECTION = /RFC (\d{3,5})(?: §((?:\d+|[A-Z])(?:\.\d+)*))?/g

const markdown = new MarkdownIt({ html: false, linkify: false })
const inlineCode = markdown.renderer.rules.code_inline!
/** Short code stays in one piece. */
markdown.renderer.rules.code_inline = (tokens, at, ...rest) => {
  const token = tokens[at]!
  if (isShort(token.content)) token.attrSet('class', 'whole')
  return inlineCode(tokens, at, ...rest)
}
markdown.core.ruler.push('rfc', ({ tokens, Token: make }) => {
  for (const token of tokens)
    if (token.children) token.children = withSections(token.children, make)
})

/** Renders Markdown without its HTML. Names of RFC sections become links to the RFC editor. */
export function renderProse(text: string): Prose {
  const tokens = markdown.parse(text, {})
  const starts = tokens.flatMap((token, at) => (isTitle(token) ? at : []))
  const sections = starts.map((start, at) => readSection(tokens.slice(start, starts[at + 1])))
  const named = (title: string): string =>
    sections.find((section) => section.title === title)?.html ?? ''
  return {
    steps: sections.filter(({ title }) => title !== 'Debrief' && title !== 'Notes'),
    debrief: named('Debrief'),
    notes: named('Notes'),
    stray: render(tokens.slice(0, starts[0])),
  }
}

const isTitle = ({ type, tag, level }: Token): boolean =>
  type === 'heading_open' && tag === 'h2' && level === 0

/** Tokens of a heading: open, text, close. */
const HEADING = 3

function readSection(tokens: readonly Token[]): StepProse {
  const [open, heading] = tokens
  const [, title = '', id = ''] = /^(.*?)(?:\s*\{#([^}]*)\})?$/.exec(heading?.content ?? '') ?? []
  const body = tokens.slice(HEADING)
  const rule = body.findIndex(({ type }) => type === 'hr')
  const cut = rule < 0 ? body.length : rule
  return {
    ...{ id, title, line: (open?.map?.[0] ?? 0) + 1 },
    html: render(body.slice(0, cut)),
    after: render(body.slice(cut + 1)),
    words: countWords(body),
    text: plainText(body),
  }
}

/** Words of prose; a line of code is looked at, not read. */
const countWords = (tokens: readonly Token[]): number =>
  tokens
    .flatMap(({ children }) => children ?? [])
    .reduce((sum, { content }) => sum + (content.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0), 0)

/** Sentences for a measure of how they read: code is a short word, each block an end. */
const plainText = (tokens: readonly Token[]): string =>
  tokens
    .flatMap(({ children }) => (children ? [wordsIn(children)] : []))
    .map((block) => (/[.!?:;]$/.test(block) ? block : `${block}.`))
    .join('\n')

const wordsIn = (children: readonly Token[]): string =>
  children
    .map(({ type, content }) =>
      type === 'softbreak' ? ' ' : type === 'code_inline' ? 'it' : content,
    )
    .join('')
    .replace(/\(RFC [^)]*\)/g, '')
    .replace(/\s+/g, ' ')
    .trim()

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
