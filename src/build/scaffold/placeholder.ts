/** Begins each text that a scaffold leaves to be written. In two parts, so that it is not in this file. */
export const MARKER = ['FILL', 'IN'].join('-')

/** A text that stands for one that is still to be written. `npm test` refuses it. */
export const placeholder = (text: string): string => `${MARKER} ${text}`

/** Each placeholder that is left in a file, as a sentence with its place. */
export const placeholdersIn = (path: string, text: string): string[] =>
  text
    .split('\n')
    .flatMap((line, at) =>
      line.includes(MARKER)
        ? [`${path}:${at + 1}: write what the scaffold left open: ${line.trim()}`]
        : [],
    )
