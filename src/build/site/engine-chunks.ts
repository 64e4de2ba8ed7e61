import { join } from 'node:path'

/** What is known of a module while chunks are made. */
interface ModuleInfo {
  readonly importedIds: readonly string[]
}

interface EnginePlan {
  readonly entries: Readonly<Record<string, readonly string[]>>
  readonly stages: readonly string[]
  readonly isWhole: boolean
}

/** What the bundler itself brings to files that share something. */
const RUNTIME = '\0rolldown/runtime.js'

interface Modules {
  getModuleInfo(id: string): ModuleInfo | null
}

/**
 * Chunks of what modules need at once, where their Worker is built: elsewhere the same modules
 * stay where they are. What several of them need is in a chunk for these, so that none brings what it has no
 * use for.
 * @param worker The Worker's script, from the project's root.
 * @param entries Names of chunks, each with the modules that it is for.
 * @param stages Names of which each is fetched after the one before, or not at all.
 * @param isWhole All that the Worker starts with is in its own file. Else it is cut as it falls, into as many
 *   files as others share.
 */
export function engineChunks(
  root: string,
  worker: string,
  entries: Readonly<Record<string, readonly string[]>>,
  { stages = [], isWhole = false }: Partial<Omit<EnginePlan, 'entries'>> = {},
) {
  const known = new WeakMap<Modules, ReadonlyMap<string, string>>()
  const idOf = (file: string) => join(root, file).replaceAll('\\', '/')
  return {
    debugName: 'engines',
    includeDependenciesRecursively: false,
    name(id: string, modules: Modules) {
      const names =
        known.get(modules) ?? chunkNames(modules, idOf(worker), { entries, stages, isWhole }, idOf)
      known.set(modules, names)
      return names.get(id) ?? null
    },
    priority: 1,
  }
}

/**
 * By module the names of all chunks that need it, as one name. Of the entries that come in stages, the first
 * that needs it has it: who needs a later one has the earlier ones already.
 */
function chunkNames(
  modules: Modules,
  worker: string,
  { entries, stages, isWhole }: EnginePlan,
  idOf: (file: string) => string,
): ReadonlyMap<string, string> {
  const needed = new Map<string, string[]>()
  if (!modules.getModuleInfo(worker)) return new Map()
  // What the Worker starts with is there already.
  const atOnce = closure(modules, [worker])
  for (const [name, files] of Object.entries(entries))
    for (const id of closure(modules, files.map(idOf)))
      if (!atOnce.has(id)) needed.set(id, [...(needed.get(id) ?? []), name])
  const names = new Map([...needed].map(([id, names]) => [id, nameOf(names, stages)]))
  if (isWhole) for (const id of [...atOnce, RUNTIME]) names.set(id, 'worker')
  return names
}

/** What only stages need is the first one's; of others that need it too there is a chunk of their own. */
function nameOf(names: readonly string[], stages: readonly string[]): string {
  const first = stages.find((stage) => names.includes(stage))
  const others = names.filter((name) => !stages.includes(name))
  return [...(first === undefined ? [] : [first]), ...others].join('-')
}

function closure(modules: Modules, from: readonly string[]): Set<string> {
  const found = new Set(from)
  for (const id of found)
    for (const next of modules.getModuleInfo(id)?.importedIds ?? []) found.add(next)
  return found
}
