/**
 * What Monaco has a Worker for (differences of texts, words of a document as offers, links, odd characters) is off,
 * so none is started: only an edit is asked for in a smaller form, and may stay as it is.
 */
export class EditorWorkerService {
  canComputeUnicodeHighlights = (): boolean => false
  canNavigateValueSet = (): boolean => false
  canComputeWordRanges = (): boolean => false
  computeMoreMinimalEdits = <Edits>(_resource: unknown, edits: Edits): Promise<Edits> =>
    Promise.resolve(edits)

  dispose(): void {}
}
