import type { HostSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import { FileTree } from './file-tree.ts'
import { ownFiles } from './own-files.ts'
import { sampleFiles } from './samples.ts'

/** The files of each host, made when somebody looks for the first time. */
export class Machines {
  readonly #trees = new Map<string, FileTree>()
  readonly #world: World
  /** The host that the learner sits at. */
  readonly #desk: string

  constructor(world: World, desk: string) {
    this.#world = world
    this.#desk = desk
  }

  filesOf(host: HostSpec): FileTree {
    const known = this.#trees.get(host.name)
    if (known) return known
    const samples = sampleFiles(this.#world, host, host.name === this.#desk)
    const tree = new FileTree(samples, () => this.#world.clock.now(), ownFiles(this.#world, host))
    this.#trees.set(host.name, tree)
    return tree
  }
}
