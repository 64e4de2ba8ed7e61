const mark = () => document.querySelector<HTMLAnchorElement>('.mark')

/** The page of a rule of the lint catalogue. The site's root is where the page's own mark leads. */
export const rulePage = (code: string): string =>
  new URL(`rules/${code}/`, mark()?.href ?? document.baseURI).href

/**
 * Whether a finding's rule is one of the catalogue, which has a page for it; those of settings have none, and
 * neither has a lesson that stands without its site: there the mark leads nowhere.
 */
export const hasRulePage = (code: string): boolean =>
  !code.startsWith('settings/') && mark()?.href !== undefined
