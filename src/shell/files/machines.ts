import type { HostSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import { FileTree, type FilesSnapshot } from './file-tree.ts'
import { ownFiles, type SettingsOf } from './own-files.ts'
import { sampleFiles } from './samples.ts'

/** The files of each host, made when somebody looks for the first time. */
export class Machines {
  readonly #trees = new Map<string, FileTree>()
  readonly #world: World
  /** The host that the learner sits at. */
  readonly desk: string
  readonly #settingsOf: SettingsOf
  readonly #givenFiles: FilesSnapshot | undefined

  /** @param deskFiles In place of those that are made for the desk. */
  constructor(
    world: World,
    desk: string,
    settingsOf: SettingsOf = () => undefined,
    deskFiles?: FilesSnapshot,
  ) {
    this.#world = world
    this.desk = desk
    this.#settingsOf = settingsOf
    this.#givenFiles = deskFiles
  }

  /** The files where the learner sits, as plain data; undefined before the first look. */
  get deskFiles(): FilesSnapshot | undefined {
    return this.#trees.get(this.desk)?.snapshot
  }

  filesOf(host: HostSpec): FileTree {
    const known = this.#trees.get(host.name)
    if (known) return known
    const isDesk = host.name === this.desk
    const samples = (isDesk && this.#givenFiles) || sampleFiles(this.#world, host, isDesk)
    const own = ownFiles(this.#world, host, this.#settingsOf)
    const tree = new FileTree(samples, () => this.#world.clock.now(), own)
    this.#trees.set(host.name, tree)
    return tree
  }
}
