import { concatBytes } from '../../core/bytes.ts'
import { folderOf, isInside, nameOf, type Path } from './path.ts'

/** What a host's files may take. */
export const fileLimits = {
  /** Octets of one file. */
  file: 1_048_576,
  /** Octets of all files of a host. */
  all: 4_194_304,
  /** Files and folders of a host. */
  count: 500,
  /** Octets of a name, as in Linux. */
  name: 255,
} as const

export interface StoredFile {
  readonly octets: Uint8Array
  /** Milliseconds since 1970. */
  readonly changed: number
}

/** The files of a host as plain data. */
export interface FilesSnapshot {
  readonly folders: readonly Path[]
  readonly files: readonly (readonly [path: Path, file: StoredFile])[]
}

/** Why a file cannot be changed, in the words of the system; undefined is success. */
export type Refused = string | undefined

/** The files of one host: folders by their path, and octets by theirs. */
export class FileTree {
  readonly #folders: Set<Path>
  readonly #files: Map<Path, StoredFile>
  /** Files that a host writes itself: read anew each time. */
  readonly #own: ReadonlyMap<Path, () => Uint8Array>
  readonly #now: () => number

  /** @param now The time of the world. */
  constructor(
    { folders, files }: FilesSnapshot,
    now: () => number,
    own: ReadonlyMap<Path, () => Uint8Array> = new Map(),
  ) {
    this.#folders = new Set(['/', ...folders])
    this.#files = new Map(files)
    this.#now = now
    this.#own = own
    for (const path of own.keys()) this.#addFolders(folderOf(path))
  }

  get snapshot(): FilesSnapshot {
    return { folders: [...this.#folders], files: [...this.#files] }
  }

  isFolder(path: Path): boolean {
    return this.#folders.has(path)
  }

  read(path: Path): StoredFile | undefined {
    const own = this.#own.get(path)
    return own ? { octets: own(), changed: this.#now() } : this.#files.get(path)
  }

  /** Names in a folder, sorted. */
  list(folder: Path): string[] {
    const all = [...this.#folders, ...this.#files.keys(), ...this.#own.keys()]
    return all
      .filter((path) => path !== '/' && folderOf(path) === folder)
      .map(nameOf)
      .toSorted()
  }

  write(path: Path, octets: Uint8Array): Refused {
    if (this.#own.has(path)) return 'Permission denied'
    if (this.isFolder(path)) return 'Is a directory'
    const place = this.#placeFor(path)
    if (place !== undefined) return place
    if (octets.length > fileLimits.file)
      return `File too large: a file holds ${fileLimits.file} octets here`
    const others = this.#used - (this.#files.get(path)?.octets.length ?? 0)
    if (others + octets.length > fileLimits.all)
      return `No space left on device: all files together hold ${fileLimits.all} octets here`
    this.#files.set(path, { octets, changed: this.#now() })
    return undefined
  }

  append(path: Path, octets: Uint8Array): Refused {
    const before = this.#files.get(path)
    return this.write(path, before ? concatBytes([before.octets, octets]) : octets)
  }

  makeFolder(path: Path): Refused {
    if (this.isFolder(path) || this.read(path)) return 'File exists'
    const place = this.#placeFor(path)
    if (place === undefined) this.#folders.add(path)
    return place
  }

  removeFile(path: Path): Refused {
    if (this.#own.has(path)) return 'Permission denied'
    if (this.isFolder(path)) return 'Is a directory'
    return this.#files.delete(path) ? undefined : 'No such file or directory'
  }

  /** Removes a folder with all that is in it. */
  removeFolder(path: Path): Refused {
    if (!this.isFolder(path)) return this.read(path) ? 'Not a directory' : NO_SUCH
    if (path === '/' || [...this.#own.keys()].some((own) => isInside(own, path)))
      return 'Permission denied'
    for (const file of [...this.#files.keys()]) if (isInside(file, path)) this.#files.delete(file)
    for (const one of [...this.#folders])
      if (one === path || isInside(one, path)) this.#folders.delete(one)
    return undefined
  }

  get #used(): number {
    return [...this.#files.values()].reduce((sum, { octets }) => sum + octets.length, 0)
  }

  #placeFor(path: Path): Refused {
    if (!this.isFolder(folderOf(path)))
      return this.read(folderOf(path)) ? 'Not a directory' : NO_SUCH
    if (nameOf(path).length > fileLimits.name) return 'File name too long'
    const isNew = !this.#files.has(path)
    if (isNew && this.#files.size + this.#folders.size >= fileLimits.count)
      return `No space left on device: a host keeps ${fileLimits.count} files and folders here`
    return undefined
  }

  #addFolders(path: Path): void {
    for (let one = path; one !== '/'; one = folderOf(one)) this.#folders.add(one)
  }
}

const NO_SUCH = 'No such file or directory'
