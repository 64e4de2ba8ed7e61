/**
 * Puts what was typed into one text into another that came meanwhile, so that nothing of either is
 * lost: at its place where the other has the same text before or behind it, else at the end.
 * @param initial The text before anything was typed.
 * @param typed The same, changed by typing.
 * @param other The text that came, such as work that was saved.
 */
export function mergeTyped(initial: string, typed: string, other: string): string {
  if (typed === initial || typed === other) return other
  if (other === initial) return typed
  const most = Math.min(initial.length, typed.length)
  let head = 0
  while (head < most && initial[head] === typed[head]) head++
  let tail = 0
  while (tail < most - head && initial.at(-1 - tail) === typed.at(-1 - tail)) tail++
  const added = typed.slice(head, typed.length - tail)
  const gone = initial.length - tail - head
  if (other.startsWith(initial.slice(0, head + gone)))
    return other.slice(0, head) + added + other.slice(head + gone)
  if (other.endsWith(initial.slice(head))) {
    const at = other.length - tail
    return other.slice(0, at - gone) + added + other.slice(at)
  }
  return other.endsWith('\n') || other === '' ? other + added : `${other}\n${added}`
}
