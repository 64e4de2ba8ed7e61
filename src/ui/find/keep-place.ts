/**
 * The page in another language opens at the same place: what the address has behind its path, such as
 * a heading or a link's state, goes along. Without a script the page opens at its beginning.
 */
export function keepPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.masthead [hreflang]'))
    link.addEventListener('click', () => {
      link.search = location.search
      link.hash = location.hash
    })
}
