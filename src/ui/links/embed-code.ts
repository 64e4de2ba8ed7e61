import type { KindName } from '../../embed/protocol.ts'
import type { Linked } from '../../lab/link/link.ts'
import { folderOf, languages } from '../words/languages.ts'

/** A state as the lines that put it into another page. */
export interface EmbedCode {
  /** The element, with the script that it needs. */
  readonly tag: string
  readonly iframe: string
}

interface Embedded {
  readonly kind: KindName
  readonly attributes: Readonly<Record<string, string>>
  /** What is read without a script. */
  readonly text: string
  /** CSS pixels of a plain frame, which does not grow. */
  readonly height: number
}

/**
 * The lines that put a state into another page. Undefined where no widget opens it: a world of one's own.
 * @param fragment The state, packed: `s=…`.
 * @param title What the page is called.
 * @param home The address of the home page, in the language of the page.
 */
export function embedCode(
  state: Linked,
  {
    fragment,
    title,
    home,
  }: { readonly fragment: string; readonly title: string; readonly home: URL },
): EmbedCode | undefined {
  const embedded = embeddedOf(state, fragment, title)
  if (!embedded) return undefined
  const { kind, attributes, text, height } = embedded
  const all = Object.entries(attributes)
  const written = all.map(([name, value]) => ` ${name}="${escaped(value)}"`).join('')
  const frame = new URL('embed/', home)
  const query = all.filter(([name]) => name !== 'state')
  frame.search = new URLSearchParams([['kind', kind], ...query]).toString()
  frame.hash = fragment
  return {
    tag: `<script type="module" src="${new URL('embed.js', rootOf(home)).href}"></script>\n<helo-${kind}${written}><pre>${escaped(text)}</pre></helo-${kind}>`,
    iframe: `<iframe src="${escaped(frame.href)}" title="${escaped(title)}" width="100%" height="${height}" loading="lazy" style="border: 0"></iframe>`,
  }
}

function embeddedOf(state: Linked, fragment: string, title: string): Embedded | undefined {
  if ('slug' in state) {
    if (state.world || state.slug === 'sandbox') return undefined
    const scenario = /^sandbox-(.+)$/.exec(state.slug)?.[1]
    if (scenario !== undefined)
      return {
        kind: 'terminal',
        attributes: { scenario, state: fragment },
        text: title,
        height: 460,
      }
    const attributes = { lesson: state.slug, state: fragment }
    return { kind: 'lesson', attributes, text: title, height: 720 }
  }
  const [first] = state.texts
  if (!first || state.tool !== undefined) return undefined
  if (FIELD.test(first.text))
    return { kind: 'message', attributes: {}, text: first.text, height: 560 }
  const isAlone = state.texts.length === 1
  const { sender } = state
  return {
    kind: 'zone',
    attributes: {
      ...(isAlone && first.name && { name: first.name }),
      ...(sender && { sender: `${sender.ip} ${sender.mailFrom}` }),
    },
    text: isAlone
      ? first.text
      : state.texts.map(({ name, text }) => `-- ${name || 'example.org'}\n${text}`).join('\n'),
    height: 420,
  }
}

/** A message begins with a field. */
const FIELD = /^(?:From |[!-9;-~]{1,100}:)/

/** Where `embed.js` is: of a page in another language a folder up. */
function rootOf(home: URL): URL {
  const folder = languages
    .map(folderOf)
    .find((one) => one !== '' && home.pathname.endsWith(`/${one}`))
  return folder ? new URL('../', home) : home
}

const entities: Readonly<Record<string, string>> = {
  ...{ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' },
}
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign]!)
