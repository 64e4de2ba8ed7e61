import { posix } from 'node:path'
import { folderOf, languageNames, type Language } from '../../../ui/words/languages.ts'

/** The languages of a site: the one of a page, and all that stand beside each other. */
export interface SiteLanguages {
  readonly language: Language
  /** Empty where the site is built in one language alone. */
  readonly all: readonly Language[]
}

/** English alone, at the site's root. */
export const english: SiteLanguages = { language: 'en', all: [] }

/** Where a site's own pages stand, from the root of all: empty where it is alone. */
export const ownFolder = ({ language, all }: SiteLanguages): string =>
  all.includes(language) ? folderOf(language) : ''

interface OtherPage {
  readonly language: Language
  /** From the page. */
  readonly href: string
}

/**
 * The same page in the other languages.
 * @param page Its file in its own language, such as `lessons/mx/index.html`.
 */
export function otherPages(page: string, languages: SiteLanguages): OtherPage[] {
  const here = posix.dirname(ownFolder(languages) + page)
  return languages.all
    .filter((language) => language !== languages.language)
    .map((language) => {
      const there = posix.relative(here, posix.dirname(folderOf(language) + page))
      return { language, href: there === '' ? './' : `${there}/` }
    })
}

/**
 * Names the same page in the other languages: for machines in the head, for people in the masthead,
 * where a template says `%languages%`.
 */
export function linkLanguages(html: string, page: string, languages: SiteLanguages): string {
  const others = otherPages(page, languages)
  const alternates = others.map(
    ({ language, href }) => `<link rel="alternate" hreflang="${language}" href="${href}" />`,
  )
  const links = others.map(
    ({ language, href }) =>
      `<a lang="${language}" hreflang="${language}" href="${href}">${languageNames[language]}</a>`,
  )
  return html
    .replace('%languages%', () => links.join(''))
    .replace('</head>', (end) => alternates.join('') + end)
}
