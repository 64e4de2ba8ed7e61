import { span, type Span } from '../../core/span.ts'

/** An example without its marks, and the spans that `«…»` marked. */
export function readMarks(example: string): { text: string; marks: Span[] } {
  const marks: Span[] = []
  let text = ''
  let start = 0
  for (const part of example.split(/(?=[«»])/)) {
    if (part.startsWith('«')) start = text.length
    if (part.startsWith('»')) marks.push(span(start, text.length))
    text += part.replace(/^[«»]/, '')
  }
  return { text, marks }
}
