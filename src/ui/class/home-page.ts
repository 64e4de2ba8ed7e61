/** The home page, in the language of this page. */
export const homePage = (): URL =>
  new URL(document.querySelector<HTMLAnchorElement>('a.mark')?.href ?? '../', document.baseURI)
