/**
 * An element's text as its author meant it: without the empty lines around it, and without the indent that
 * all lines share.
 */
export function textOf(element: Node): string {
  const lines = (element.textContent ?? '').replace(/\r\n?/g, '\n').split('\n')
  const isEmpty = (line: string | undefined) => line !== undefined && line.trim() === ''
  while (isEmpty(lines[0])) lines.shift()
  while (isEmpty(lines.at(-1))) lines.pop()
  const indent = lines
    .filter((line) => !isEmpty(line))
    .reduce((least, line) => Math.min(least, line.length - line.trimStart().length), Infinity)
  return lines.map((line) => line.slice(indent)).join('\n')
}
