import type { EngineNotes } from '../site/embed/engine-notes.ts'

/** The chunks that have a Worker's script and the modules that it fetches, and all that these import. */
export function enginesWith(
  notes: EngineNotes,
  worker: string,
  modules: readonly string[],
): Set<string> {
  const start = Object.entries(notes).find(([, note]) => note.modules.includes(worker))
  const ofWorker = within(notes, start?.[0] ?? '')
  const found = new Set(
    [worker, ...modules].map((module) =>
      fileOf(
        [...ofWorker].find((file) => notes[file]?.modules.includes(module)),
        module,
      ),
    ),
  )
  for (const file of found) for (const next of notes[file]?.imports ?? []) found.add(next)
  return found
}

/** All chunks that a chunk may fetch: of two Workers each has its own. */
function within(notes: EngineNotes, start: string): Set<string> {
  const found = new Set([start])
  for (const file of found) {
    const { imports = [], later = [] } = notes[file] ?? {}
    for (const next of [...imports, ...later]) found.add(next)
  }
  return found
}

/** @throws Where there is none. */
export function fileOf(file: string | undefined, name: string): string {
  if (file === undefined)
    throw new Error(`The build has no ${name}, which tests/budget.json names.`)
  return file
}
