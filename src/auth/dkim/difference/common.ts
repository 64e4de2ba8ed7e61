/** How many characters both texts begin with. */
export function commonStart(a: string, b: string): number {
  const limit = Math.min(a.length, b.length)
  let at = 0
  while (at < limit && a.charCodeAt(at) === b.charCodeAt(at)) at++
  return at
}

/** How many characters both texts end with, behind a start that is not looked at. */
export function commonEnd(a: string, b: string, start: number): number {
  const limit = Math.min(a.length, b.length) - start
  let count = 0
  while (count < limit && a.charCodeAt(a.length - 1 - count) === b.charCodeAt(b.length - 1 - count))
    count++
  return count
}

/** The line that holds a position. */
export function lineAround(text: string, at: number): string {
  const from = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1
  const to = text.indexOf('\n', at)
  return text.slice(from, to < 0 ? text.length : to).replace(/\r$/, '')
}
