import type { Diagnostic } from '../../core/diagnostic.ts'
import type { DocumentName } from '../../core/document-name.ts'
import type { DocumentSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'

/** What a kind of document does in a lab. */
export interface DocumentKind {
  /** Opens a document with the text of the lesson, which takes effect. */
  open(spec: DocumentSpec, world: World): OpenDocument
}

/** A document of a lab. */
export interface OpenDocument extends DocumentName {
  readonly text: string
  /** What was found in the text as it stands. */
  readonly diagnostics: readonly Diagnostic[]
  /** Takes another text, which takes effect if it is sound; else what was sound last stays. */
  edit(text: string): void
  /** What holds by the last sound text, by the name of the value; absent where it has none of that name. */
  value?(name: string): string | undefined
}
