/** What is wrong with the way a path is written behind MAIL or RCPT (RFC 5321 §4.1.1.2, §4.1.1.3). */
export type PathFault = 'keyword' | 'space' | 'bracket' | 'none'

/**
 * The first fault of an argument such as `FROM:<alice@example.org> SIZE=100`.
 * @returns `keyword` where `FROM:` or `TO:` is missing, `space` where one stands behind the colon,
 * `bracket` where an angle bracket is missing, else `none`: the address itself may still be wrong.
 */
export function pathFault(argument: string): PathFault {
  const [keyword] = /^(FROM|TO):/i.exec(argument) ?? []
  if (!keyword) return 'keyword'
  const path = argument.slice(keyword.length)
  if (/^\s+</.test(path)) return 'space'
  return /^<[^<>]*>/.test(path) ? 'none' : 'bracket'
}
