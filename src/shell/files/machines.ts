import type { HostSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import { FileTree } from './file-tree.ts'
import { ownFiles, type SettingsOf } from './own-files.ts'
import { sampleFiles } from './samples.ts'

/** The files of each host, made when somebody looks for the first time. */
export class Machines {
  readonly #trees = new Map<string, FileTree>()
  readonly #world: World
  /** The host that the learner sits at. */
  readonly desk: string
  readonly #settingsOf: SettingsOf

  constructor(world: World, desk: string, settingsOf: SettingsOf = () => undefined) {
    this.#world = world
    this.desk = desk
    this.#settingsOf = settingsOf
  }

  filesOf(host: HostSpec): FileTree {
    const known = this.#trees.get(host.name)
    if (known) return known
    const samples = sampleFiles(this.#world, host, host.name === this.desk)
    const own = ownFiles(this.#world, host, this.#settingsOf)
    const tree = new FileTree(samples, () => this.#world.clock.now(), own)
    this.#trees.set(host.name, tree)
    return tree
  }
}
