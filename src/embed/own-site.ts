/** The languages that the site has, and where: the first one at its root. `tests/embed/` holds it to the interface's. */
export const siteLanguages = ['en', 'de'] as const

export type SiteLanguage = (typeof siteLanguages)[number]

/** The language of a site that a locale such as `de-AT` asks for; English where there is none of it. */
export function languageFor(locale: string | null | undefined): SiteLanguage {
  const name = (locale ?? '').toLowerCase().split(/[-_]/)[0]
  return siteLanguages.find((one) => one === name) ?? 'en'
}

/**
 * The site's root: where this script came from. A module knows no `currentScript`, and a classic script no
 * `import.meta`; the file is both, so the page's own tags are looked through.
 */
export function siteOfScript(page: Document): string | undefined {
  const own = page.currentScript
  const all = [own, ...page.querySelectorAll('script[src]')]
  for (const script of all) {
    const address = script instanceof HTMLScriptElement ? script.src : ''
    const [, root] = /^(https?:\/\/.*\/)embed\.js(?:[?#].*)?$/.exec(address) ?? []
    if (root !== undefined) return root
  }
  return undefined
}

/** The address of the page that an element's frame shows. @param site The site's root, ending in a slash. */
export function frameAddress(site: string, language: SiteLanguage): URL {
  return new URL(`${language === siteLanguages[0] ? '' : `${language}/`}embed/#host`, site)
}
