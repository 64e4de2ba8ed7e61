import type { DocumentKindName } from '../../core/document-name.ts'
import type { FetchPiece } from '../../core/later-piece.ts'
import type { DocumentSpec } from '../../world/spec.ts'
import type { DocumentKind } from './kind.ts'

/** Every kind of document beside zones, each fetched where a lesson has one: a file a kind, a line here. */
const loaders: Readonly<Record<DocumentKindName, () => Promise<DocumentKind>>> = {
  settings: async () => (await import('./settings.ts')).settings,
  message: async () => (await import('./message.ts')).message,
}

export type DocumentKinds = ReadonlyMap<DocumentKindName, DocumentKind>

/** Fetches the kinds that some documents are of. Rejects where one cannot be fetched. */
export async function loadDocumentKinds(
  documents: readonly DocumentSpec[],
  fetchPiece: FetchPiece = (fetch) => fetch(),
): Promise<DocumentKinds> {
  const names = [...new Set(documents.map(({ kind }) => kind))]
  const kinds = names.map(async (name) => [name, await fetchPiece(loaders[name])] as const)
  return new Map(await Promise.all(kinds))
}
