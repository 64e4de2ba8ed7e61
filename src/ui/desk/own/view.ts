import type { PartName } from '../../../lab/own-world/parts.ts'
import type { TextPart } from '../../../lab/own-world/part-text.ts'
import type { Pasted } from './pasted.ts'

/** What the dialog shows. */
export type OwnView =
  /** @param brought What was dropped before it opened. */
  | { readonly kind: 'paste'; readonly brought?: Pasted | undefined }
  /** A form: of a new item without a key. */
  | { readonly kind: 'item'; readonly part: PartName; readonly key?: string | undefined }
  | { readonly kind: 'text'; readonly part: TextPart }
