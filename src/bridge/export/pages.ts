import { escapeXml } from '../../learning/manifest/xml.ts'

/**
 * The page of widgets for a package: it knows that it stands in one, and where links to the playground lead.
 * @param links An address; undefined where there are to be none.
 */
export function widgetsInPackage(html: string, links = ''): string {
  const mark = ' data-site="../"'
  if (!html.includes(mark)) throw new Error('The page of widgets says not where its site is.')
  return withoutAlternates(html).replace(mark, `${mark} data-links="${escapeXml(links)}"`)
}

/** The page of a lesson for a package, where it is read and never shown: it fetches nothing itself. */
export const lessonInPackage = (html: string): string =>
  withoutAlternates(html)
    .replace(/<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>\s*/g, '')
    .replace(
      /<link\b[^>]*\brel="(?:stylesheet|modulepreload|icon|manifest|apple-touch-icon)"[^>]*>\s*/g,
      '',
    )

const withoutAlternates = (html: string): string =>
  html.replace(/<link\b[^>]*\brel="(?:alternate|canonical)"[^>]*>\s*/g, '')

/** What a page says of itself, in a sentence. */
export function descriptionIn(html: string): string | undefined {
  const [, text] = /<meta\s+name="description"\s+content="([^"]*)"/.exec(html) ?? []
  return text?.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => SIGNS[sign]!)
}

const SIGNS: Readonly<Record<string, string>> = {
  ...{ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" },
}
