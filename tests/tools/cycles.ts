/**
 * Finds circles in a graph of imports.
 * @param graph File ▶ the files that it imports.
 * @returns One circle for each way back that a depth-first walk meets; the first file stands again
 *   at the end. Empty when there is none.
 */
export function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = []
  const done = new Set<string>()
  const path: string[] = []
  const walk = (file: string): void => {
    const seenAt = path.indexOf(file)
    if (seenAt >= 0) return void found.push([...path.slice(seenAt), file])
    if (done.has(file)) return
    path.push(file)
    for (const next of graph.get(file) ?? []) walk(next)
    path.pop()
    done.add(file)
  }
  for (const file of graph.keys()) walk(file)
  return found
}
