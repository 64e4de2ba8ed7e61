/** The page of a rule of the lint catalogue. The site's root is where the page's own mark leads. */
export function rulePage(code: string): string {
  const root = document.querySelector<HTMLAnchorElement>('a.mark')?.href
  return new URL(`rules/${code}/`, root ?? document.baseURI).href
}

/** Whether a finding's rule is one of the catalogue, which has a page for it; those of settings have none. */
export const hasRulePage = (code: string): boolean => !code.startsWith('settings/')
