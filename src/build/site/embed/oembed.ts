import { folderOf, type Language } from '../../../ui/words/languages.ts'
import { escapeHtml } from '../template.ts'

/** CSS pixels of a lesson in a frame. */
const SIZE = { width: 900, height: 720 }

/**
 * Where the site will stand, as `HELO_SITE` names it: answers of oEmbed name whole addresses, and a site that is
 * built without goes to any place.
 * @returns It with a slash at its end; undefined where it is none.
 */
export function siteAddress(named = process.env['HELO_SITE']): URL | undefined {
  if (!named || !URL.canParse(named)) return undefined
  const address = new URL(named)
  if (!/^https?:$/.test(address.protocol)) return undefined
  return new URL(address.href.replace(/[?#].*$/, '').replace(/\/?$/, '/'))
}

/** Where the answer for a lesson is, from the root of its language. */
export const oembedFile = (slug: string): string => `oembed/${slug}.json`

/** An answer of oEmbed (oembed.com, version 1.0) for a lesson: a frame with it. */
export function oembedOf(
  { slug, title }: { readonly slug: string; readonly title: string },
  address: URL,
  language: Language,
): object {
  const frame = new URL(`${folderOf(language)}embed/?kind=lesson&lesson=${slug}`, address)
  return {
    ...{ version: '1.0', type: 'rich', title, ...SIZE, cache_age: 86_400 },
    ...{ provider_name: 'HELO World', provider_url: address.href },
    html: `<iframe src="${escapeHtml(frame.href)}" title="${escapeHtml(title)}" width="${SIZE.width}" height="${SIZE.height}" style="border: 0; max-width: 100%" allow="clipboard-write"></iframe>`,
  }
}

/** Leads from a lesson's page to its answer, where there is one. @param file The page, in its language. */
export function linkOembed(
  html: string,
  file: string,
  language: Language,
  address: URL | undefined,
): string {
  const [, slug] = /^lessons\/([\w-]+)\/index\.html$/.exec(file) ?? []
  if (!address || slug === undefined) return html
  const { href } = new URL(folderOf(language) + oembedFile(slug), address)
  return html.replace(
    '</head>',
    (end) =>
      `<link rel="alternate" type="application/json+oembed" href="${escapeHtml(href)}" />${end}`,
  )
}
