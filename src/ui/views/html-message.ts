import type { HtmlText } from '../../lab/types.ts'

/** An HTML text made ready for a frame that runs nothing and fetches nothing. */
export interface HtmlMessage {
  /** A whole document, with a policy of its own. */
  readonly document: string
  /** Resources it would fetch; a fetch would report to their server that the message was opened. */
  readonly remote: number
  /** Where its links lead, each once, in order. Nothing in the frame can be followed. */
  readonly links: readonly string[]
}

/** Nothing is fetched, nothing runs; the message's own styles and embedded pictures show. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:"

/** HTML messages are written for a white background. */
const SHEET =
  ':root{color-scheme:light;background:#fff;color:#1e1b16;font:16px/1.5 Georgia,serif}body{margin:12px;overflow-wrap:anywhere}img{max-width:100%}'

const FETCHING = ['src', 'srcset', 'background', 'poster'] as const
const MAX_LINKS = 20

/** Reads an HTML text, without running or fetching any of it. */
export function readHtmlMessage(html: HtmlText): HtmlMessage {
  const page = new DOMParser().parseFromString(html.source, 'text/html')
  const pictures = new Map(html.pictures.map(({ id, url }) => [id, url]))
  let remote = 0
  for (const name of FETCHING)
    for (const element of page.querySelectorAll(`[${name}]`))
      if (!placePicture(element, name, pictures)) remote++
  for (const element of page.querySelectorAll('base, link, meta[http-equiv]')) {
    if (element.localName === 'link') remote++
    element.remove()
  }
  const links = [...page.querySelectorAll('a[href], area[href]')].map(
    (link) => link.getAttribute('href') ?? '',
  )
  page.head.prepend(policyOf(page), sheetOf(page))
  return {
    document: `<!doctype html>${page.documentElement.outerHTML}`,
    remote,
    links: [...new Set(links.map((link) => link.trim()).filter(Boolean))].slice(0, MAX_LINKS),
  }
}

/** @returns Whether it can be shown without fetching: a picture embedded in the message. */
function placePicture(
  element: Element,
  name: string,
  pictures: ReadonlyMap<string, string>,
): boolean {
  const given = element.getAttribute(name)?.trim() ?? ''
  if (/^data:image\//i.test(given)) return true
  const own = /^cid:/i.test(given) ? pictures.get(decodeId(given.slice(4))) : undefined
  if (own === undefined) element.removeAttribute(name)
  else element.setAttribute(name, own)
  return own !== undefined || given === ''
}

function decodeId(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

function policyOf(page: Document): Element {
  const policy = page.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = POLICY
  return policy
}

function sheetOf(page: Document): Element {
  const sheet = page.createElement('style')
  sheet.textContent = SHEET
  return sheet
}
