import { inCharacters, readableText } from '../../core/octet-text.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'
import { lintMessage } from '../../lint/lint-message.ts'
import { messageOctets } from '../../message/compose.ts'
import { parseMessage } from '../../message/parse.ts'
import { inLines } from './in-lines.ts'
import type { DocumentKind } from './kind.ts'

/** A message as it is written: the next mail that is made of it has its text, with all its faults. */
export const message: DocumentKind = {
  open(spec, world) {
    const { kind, name, file } = spec
    let { text } = spec
    let diagnostics: readonly Diagnostic[] | undefined
    return {
      ...{ kind, name },
      get text() {
        return text
      },
      get diagnostics() {
        return (diagnostics ??= findingsIn(text, file))
      },
      edit(now) {
        text = now
        diagnostics = undefined
        world.setMessage(file, now)
      },
    }
  },
}

/** What the rules for messages find in a text; spans count its own characters. Nothing in an empty one. */
export function findingsIn(text: string, file: string): readonly Diagnostic[] {
  if (text.trim() === '') return []
  const read = parseMessage(messageOctets(text))
  const readable = readableText(read.text)
  return lintMessage(read, file).map((found) => inLines(inCharacters(found, readable), text))
}
