import { join } from 'node:path'

/** What is known of a module while chunks are made. */
interface ModuleInfo {
  readonly importedIds: readonly string[]
}

interface Modules {
  getModuleInfo(id: string): ModuleInfo | null
}

/**
 * Chunks of what modules need at once, where the Worker is built that widgets share: elsewhere the same modules
 * stay where they are. What several of them need is in a chunk for these, so that none brings what it has no
 * use for.
 * @param worker The Worker's script, from the project's root.
 * @param entries Names of chunks, each with the modules that it is for.
 */
export function engineChunks(
  root: string,
  worker: string,
  entries: Readonly<Record<string, readonly string[]>>,
) {
  const known = new WeakMap<Modules, ReadonlyMap<string, string>>()
  const idOf = (file: string) => join(root, file).replaceAll('\\', '/')
  return {
    debugName: 'engines',
    includeDependenciesRecursively: false,
    name(id: string, modules: Modules) {
      const names = known.get(modules) ?? chunkNames(modules, idOf(worker), entries, idOf)
      known.set(modules, names)
      return names.get(id) ?? null
    },
    priority: 1,
  }
}

/** By module the names of all chunks that need it, as one name. */
function chunkNames(
  modules: Modules,
  worker: string,
  entries: Readonly<Record<string, readonly string[]>>,
  idOf: (file: string) => string,
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  if (!modules.getModuleInfo(worker)) return names
  // What the Worker starts with is there already.
  const start = closure(modules, [worker])
  for (const [name, files] of Object.entries(entries))
    for (const id of closure(modules, files.map(idOf)))
      if (!start.has(id)) names.set(id, names.has(id) ? `${names.get(id)}-${name}` : name)
  return names
}

function closure(modules: Modules, from: readonly string[]): Set<string> {
  const found = new Set(from)
  for (const id of found)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}
