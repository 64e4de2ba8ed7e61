import { isPage, markdownParts, type MarkdownPart } from './markdown-parts.ts'

/** What Monaco hands over to be drawn: sentences of ours, links that we made, messages of its own. */
interface Markdown {
  readonly value: string
  /** May name commands of the editor as links. */
  readonly isTrusted?: unknown
}

interface Options {
  /** What a link does. */
  readonly actionHandler?: (link: string, markdown: Markdown) => void
}

interface Rendered {
  readonly element: HTMLElement
  dispose(): void
}

/** Draws what hovers and offers say of a word, paragraph by paragraph, with elements alone. */
export function renderMarkdown(
  markdown: Markdown,
  options: Options = {},
  target?: HTMLElement,
): Rendered {
  const element = target ?? document.createElement('div')
  const paragraphs = markdown.value.split(/\n{2,}/)
  element.replaceChildren(...paragraphs.map((one) => paragraphOf(one, markdown)))
  const listening = new AbortController()
  for (const kind of ['click', 'auxclick'])
    element.addEventListener(kind, (event) => follow(event as MouseEvent, markdown, options), {
      signal: listening.signal,
    })
  return { element, dispose: () => listening.abort() }
}

/** Where Monaco asks in a window of the browser. */
export const renderAsPlaintext = (markdown: Markdown | string): string =>
  typeof markdown === 'string' ? markdown : markdown.value

/** By the first button, the one in the middle, or a key. */
function follow(event: MouseEvent, markdown: Markdown, { actionHandler }: Options): void {
  const link = (event.target as Element).closest<HTMLElement>('a[data-href]')?.dataset['href']
  if (link === undefined || event.button > 1) return
  event.preventDefault()
  event.stopPropagation()
  actionHandler?.(link, markdown)
}

function paragraphOf(text: string, { isTrusted }: Markdown): HTMLElement {
  const paragraph = document.createElement('p')
  paragraph.append(...markdownParts(text, isTrusted === true).map(drawn))
  return paragraph
}

const ELEMENTS = { code: 'code', stress: 'em', link: 'a' } as const

function drawn({ text, kind, link }: MarkdownPart): Node | string {
  if (kind === 'text') return text
  const element = document.createElement(ELEMENTS[kind])
  element.textContent = text
  if (link !== undefined) {
    element.dataset['href'] = link
    element.setAttribute('href', isPage(link) ? link : '')
    element.title = isPage(link) ? link : ''
    element.draggable = false
  }
  return element
}
