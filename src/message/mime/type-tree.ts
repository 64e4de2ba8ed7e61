import type { Part } from './part.ts'

/** The types of a part and of those in it, in one line: `multipart/mixed [text/plain, application/pdf]`. */
export function typeTree({ type, parts, inner }: Pick<Part, 'type' | 'parts' | 'inner'>): string {
  const inside = inner ? [inner] : parts
  return inside.length || type.startsWith('multipart/')
    ? `${type} [${inside.map(typeTree).join(', ')}]`
    : type
}

/** Such a line as `typeTree` writes it, however its spaces and its case were. */
export const normalizeTypeTree = (text: string): string =>
  text.toLowerCase().replace(/\s+/g, '').replace(/,/g, ', ').replace(/\[/g, ' [')
