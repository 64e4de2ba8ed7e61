import { join } from 'node:path'

/** What is known of a module while chunks are made. */
interface ModuleInfo {
  readonly importedIds: readonly string[]
}

interface Modules {
  getModuleInfo(id: string): ModuleInfo | null
}

/**
 * A chunk of all that a module needs at once, where the Worker is built that widgets share: elsewhere the same
 * modules stay where they are.
 * @param worker The Worker's script, from the project's root.
 * @param entry The module.
 */
export function engineChunk(root: string, worker: string, entry: string, name: string) {
  const known = new WeakMap<Modules, ReadonlySet<string>>()
  const idOf = (file: string) => join(root, file).replaceAll('\\', '/')
  return {
    name(id: string, modules: Modules) {
      const needed = known.get(modules) ?? closure(modules, idOf(worker), idOf(entry))
      known.set(modules, needed)
      return needed.has(id) ? name : null
    },
    priority: 1,
  }
}

function closure(modules: Modules, worker: string, entry: string): Set<string> {
  if (!modules.getModuleInfo(worker)) return new Set()
  const found = new Set([entry])
  for (const id of found) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  // What the Worker starts with is there already.
  const start = new Set([worker])
  for (const id of start) for (const next of modules.getModuleInfo(id)?.importedIds ?? []) start.add(next)
  return new Set([...found].filter((id) => !start.has(id)))
}
