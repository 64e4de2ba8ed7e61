import { span, type Span } from './span.ts'

/** A text without its marks, and the spans that they marked, in order. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Span[]
}

/** Takes the marks `«…»` out of a text. */
export function readMarks(marked: string): MarkedText {
  const marks: Span[] = []
  let text = ''
  let start = 0
  for (const part of marked.split(/(?=[«»])/)) {
    if (part.startsWith('«')) start = text.length
    if (part.startsWith('»')) marks.push(span(start, text.length))
    text += part.replace(/^[«»]/, '')
  }
  return { text, marks }
}
