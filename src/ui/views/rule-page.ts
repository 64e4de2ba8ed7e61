/** The page of a rule of the lint catalogue. The site's root is where the mast's own link leads. */
export function rulePage(code: string): string {
  const root = document.querySelector<HTMLAnchorElement>('.masthead .mark')?.href
  return new URL(`rules/${code}/`, root ?? document.baseURI).href
}
