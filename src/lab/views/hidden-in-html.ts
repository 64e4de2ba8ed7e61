/** Something in the HTML of a message that a reader is not meant to see. */
export interface HiddenInHtml {
  /**
   * `hidden`: a text that is not drawn. `comment`: one that no program draws. `pixel`: a picture of a
   * pixel, by which its owner sees that the message was opened. `other-link`: an address that is shown,
   * with a link that leads to another host.
   */
  readonly kind: 'hidden' | 'comment' | 'pixel' | 'other-link'
  readonly text: string
}

const MOST_SHOWN = 300
const MOST_FOUND = 50

/** Styles under which nothing is drawn. */
const UNDRAWN =
  /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|opacity\s*:\s*0(?:\.0+)?(?=\s*(?:;|!|$))|(?:font-size|max-height|max-width)\s*:\s*0(?:px|em|%|pt)?(?=\s*(?:;|!|$)))/i

const VOID = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/i

/** A tag, with its attributes; the limit keeps what has no end from being read over and over. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[^<>"']|"[^"]*"|'[^']*'){0,3000})>/iy

/** What of an HTML text is hidden, in its order. It is read as far as that needs. Never throws. */
export function hiddenInHtml(html: string): HiddenInHtml[] {
  const reader = new HtmlReader()
  let at = 0
  while (at < html.length && reader.found.length < MOST_FOUND) {
    const next = html.indexOf('<', at)
    if (next !== at) {
      reader.text(html.slice(at, next < 0 ? html.length : next))
      at = next < 0 ? html.length : next
      continue
    }
    if (html.startsWith('<!--', at)) {
      const end = html.indexOf('-->', at + 4)
      // A comment without an end goes to the end of the text.
      reader.comment(html.slice(at + 4, end < 0 ? html.length : end))
      at = end < 0 ? html.length : end + 3
      continue
    }
    TAG.lastIndex = at
    const [tag = '<', slash, name = '', attributes = ''] = TAG.exec(html) ?? []
    if (name === '') reader.text('<')
    else if (slash) reader.close(name.toLowerCase())
    else reader.open(name.toLowerCase(), attributes)
    at += tag.length
  }
  return reader.found
}

class HtmlReader {
  readonly found: HiddenInHtml[] = []
  /** The elements that are open inside of one that is not drawn. */
  private depth: string[] = []
  private hidden = ''
  private link: { readonly to: string; text: string } | undefined
  private raw = ''

  open(name: string, attributes: string): void {
    if (name === 'img') this.picture(attributes)
    if (name === 'a') this.link = { to: attribute(attributes, 'href'), text: '' }
    if (name === 'style' || name === 'script' || name === 'head') this.raw = name
    if (VOID.test(name) || attributes.endsWith('/')) return
    if (this.depth.length) this.depth.push(name)
    else if (isUndrawn(attributes)) this.depth = [name]
  }

  close(name: string): void {
    if (this.raw === name) this.raw = ''
    if (name === 'a') this.endLink()
    const at = this.depth.lastIndexOf(name)
    if (at < 0) return
    this.depth = this.depth.slice(0, at)
    if (this.depth.length) return
    this.add('hidden', this.hidden)
    this.hidden = ''
  }

  text(text: string): void {
    if (this.raw) return
    if (this.depth.length) this.hidden += text.slice(0, MOST_SHOWN * 2)
    if (this.link && this.link.text.length < MOST_SHOWN) this.link.text += text.slice(0, MOST_SHOWN)
  }

  /** Conditions for one program are no text. */
  comment(text: string): void {
    if (!/^\[if |^<!\[endif/i.test(text.trim())) this.add('comment', text)
  }

  private picture(attributes: string): void {
    const isSmall = ['width', 'height'].every((side) =>
      /^[01](?:px)?$/.test(attribute(attributes, side)),
    )
    const style = attribute(attributes, 'style')
    const from = attribute(attributes, 'src')
    const isTiny = /width\s*:\s*[01]px/i.test(style) && /height\s*:\s*[01]px/i.test(style)
    if (/^https?:/i.test(from) && (isSmall || isTiny || UNDRAWN.test(style)))
      this.add('pixel', from)
  }

  private endLink(): void {
    const { link } = this
    this.link = undefined
    const shown = link && hostIn(link.text)
    const meant = link && hostIn(link.to)
    if (shown && meant && !isWithin(meant, shown))
      this.add('other-link', `${link.text.trim()} → ${link.to}`)
  }

  private add(kind: HiddenInHtml['kind'], text: string): void {
    const said = text
      .replaceAll(/&nbsp;|&zwnj;|&#\d+;|&#x[\da-f]+;/gi, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (said)
      this.found.push({
        kind,
        text: said.length > MOST_SHOWN ? `${said.slice(0, MOST_SHOWN)} …` : said,
      })
  }
}

const isUndrawn = (attributes: string): boolean =>
  /(?:^|\s)hidden(?=[\s=/]|$)/i.test(attributes.replaceAll(/"[^"]*"|'[^']*'/g, '""')) ||
  UNDRAWN.test(attribute(attributes, 'style'))

function attribute(attributes: string, name: string): string {
  for (const [, found, double, single, bare] of attributes.matchAll(
    /([a-z-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi,
  ))
    if (found?.toLowerCase() === name) return (double ?? single ?? bare ?? '').trim()
  return ''
}

/** The host of an address, or of a text that is nothing but one. */
const hostIn = (text: string): string | undefined =>
  /^\s*(?:https?:\/\/)?((?:[a-z0-9-]{1,63}\.){1,10}[a-z]{2,24})(?:[/:?#]\S*)?\s*$/i
    .exec(text)?.[1]
    ?.toLowerCase()

const isWithin = (host: string, of: string): boolean => {
  const plain = of.replace(/^www\./, '')
  return host === plain || host.endsWith(`.${plain}`)
}
