import type { Span } from '../../core/span.ts'

/** A stretch of a text, with what is around it on its line. */
export interface Excerpt {
  readonly before: string
  readonly marked: string
  readonly after: string
}

/** Characters that are shown on either side. */
const AROUND = 28
/** Characters of a stretch that are shown: a key is long. */
const MOST = 160

/** What a span covers, of its first line, and a little of what is around it. */
export function excerptOf(text: string, { from, to }: Span): Excerpt {
  const start = text.lastIndexOf('\n', from - 1) + 1
  const feed = text.indexOf('\n', from)
  const end = feed < 0 ? text.length : feed
  const until = Math.min(to, end)
  const [head, tail] = [Math.max(start, from - AROUND), Math.min(end, until + AROUND)]
  return {
    before: (head > start ? '…' : '') + text.slice(head, from),
    marked: clipped(text.slice(from, until)),
    after: text.slice(until, tail).trimEnd() + (tail < end ? '…' : ''),
  }
}

const clipped = (text: string): string =>
  text.length > MOST ? `${text.slice(0, MOST / 2)}…${text.slice(-MOST / 2)}` : text

/** The lines that differ, from the first to the last of them. */
export function changedLine(
  before: string,
  after: string,
): { readonly before: string; readonly after: string } {
  const [old, now] = [before.split('\n'), after.split('\n')]
  let from = 0
  while (from < old.length && from < now.length && old[from] === now[from]) from++
  let [oldTo, nowTo] = [old.length, now.length]
  while (oldTo > from && nowTo > from && old[oldTo - 1] === now[nowTo - 1]) {
    oldTo--
    nowTo--
  }
  return { before: old.slice(from, oldTo).join('\n'), after: now.slice(from, nowTo).join('\n') }
}
