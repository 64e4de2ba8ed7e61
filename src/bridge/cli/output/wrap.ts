/**
 * Sets text in lines of at most `width` characters, broken at spaces; a word that is longer stands
 * alone. Every line but the first starts with `indent`.
 */
export function wrap(text: string, width: number, indent = ''): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(/ +/)) {
    const room = width - (lines.length > 0 ? indent.length : 0)
    if (line !== '' && line.length + 1 + word.length > room) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line].join(`\n${indent}`)
}

/** Two columns: labels, and texts wrapped beside them. */
export function columns(
  rows: readonly (readonly [label: string, text: string])[],
  width: number,
  margin = '  ',
): string[] {
  const widest = Math.max(0, ...rows.map(([label]) => label.length))
  const indent = `${margin}${' '.repeat(widest)}  `
  return rows.map(([label, text]) =>
    `${margin}${label.padEnd(widest)}  ${wrap(text, Math.max(24, width - indent.length), indent)}`.trimEnd(),
  )
}
