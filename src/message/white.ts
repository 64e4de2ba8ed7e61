/**
 * White space of messages is the space and the tab (RFC 5234 WSP), nothing else: the octet A0 may be
 * part of a UTF-8 sequence, so `trim` and `\s` would break it.
 */
export const isWhite = (character: string | undefined): boolean =>
  character === ' ' || character === '\t'

export function trimWhiteEnd(text: string): string {
  let end = text.length
  while (end > 0 && isWhite(text[end - 1])) end--
  return text.slice(0, end)
}

export function trimWhite(text: string): string {
  let start = 0
  while (start < text.length && isWhite(text[start])) start++
  return trimWhiteEnd(text.slice(start))
}
