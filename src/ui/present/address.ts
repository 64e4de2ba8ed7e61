/** Whether the page's address asks to be presented: `?present`. */
export const isAsked = (): boolean => new URLSearchParams(location.search).has('present')

/** So that a page that is loaded again goes on presenting. */
export function noteInAddress(isOn: boolean): void {
  const address = new URL(location.href)
  if (isOn) address.searchParams.set('present', '')
  else address.searchParams.delete('present')
  address.search = address.search.replace(/present=(?=&|$)/, 'present')
  history.replaceState(history.state, '', address)
}

/** Opens the window with the notes on a lesson, or brings it to the front. */
export function openNotes(slug: string): void {
  const home = document.querySelector<HTMLAnchorElement>('a.mark')?.href ?? '../'
  const address = new URL(`present/?lesson=${encodeURIComponent(slug)}`, home)
  // A name of its own, so that there is one for each lesson.
  open(address, `helo-world-notes-${slug}`, 'popup,width=960,height=720')
}
