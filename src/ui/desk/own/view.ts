import type { PartName } from '../../../lab/own-world/parts.ts'
import type { TextPart } from '../../../lab/own-world/part-text.ts'
import type { Pasted } from './pasted.ts'

/** What the dialog shows. */
export type OwnView =
  /** What was dropped before it opened, and the zone in whose text it stood. */
  | { readonly kind: 'paste'; readonly brought?: Pasted | undefined; readonly outOf?: string }
  /** A form: of a new item without a key. */
  | { readonly kind: 'item'; readonly part: PartName; readonly key?: string | undefined }
  | { readonly kind: 'experiments' }
  | { readonly kind: 'text'; readonly part: TextPart }
