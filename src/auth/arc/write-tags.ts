/** Characters in a line that folds aim at (RFC 5322 §2.1.1). */
const WIDTH = 76

export type WrittenTag = readonly [name: string, value: string]

export type WritingStyle = 'folded' | 'comparable'

/**
 * Writes a field of tags, folded between them; `folded` also folds inside `h=` and inside base64.
 * Where a fold stands before `b=` or behind it never depends on what it holds, so that the rest of
 * the field stays what was signed.
 * @returns With its CRLF.
 */
export function writeTags(
  name: string,
  tags: readonly WrittenTag[],
  style: WritingStyle = 'folded',
): string {
  const lines = [`${name}:`]
  const ordered = style === 'folded' ? tags : [...tags].sort(([a], [b]) => (a < b ? -1 : 1))
  ordered.forEach(([tag, value], index) => {
    const text = `${tag}=${value}${index === tags.length - 1 ? '' : ';'}`
    const [first = '', ...rest] = style === 'folded' ? piecesOf(tag, text) : [text]
    addWord(lines, first, tag === 'b')
    rest.forEach((piece) => lines.push(`   ${piece}`))
  })
  return `${lines.join('\r\n')}\r\n`
}

/** On the same line where it fits; the signature on a line of its own. */
function addWord(lines: string[], word: string, alone: boolean): void {
  const last = lines.at(-1)!
  if (!alone && last.length + 1 + word.length <= WIDTH) lines[lines.length - 1] = `${last} ${word}`
  else lines.push(` ${word}`)
}

function piecesOf(tag: string, text: string): string[] {
  if (tag === 'b' || tag === 'bh') return text.match(/.{1,72}/g) ?? [text]
  if (tag !== 'h' || text.length < WIDTH) return [text]
  return text.split(/(?<=:)/).reduce<string[]>((lines, word) => {
    const last = lines.at(-1)
    if (last === undefined || last.length + word.length > WIDTH - 4) return [...lines, word]
    return [...lines.slice(0, -1), last + word]
  }, [])
}
