/** The project as a scaffold sees it; a test hands in its own. Paths count from the root. */
export interface Project {
  exists(path: string): boolean
  read(path: string): string
  /** Names in a folder; none where there is no such folder. */
  list(folder: string): readonly string[]
  /** Codes of rules and verbs of servers that are there already, in whatever file. */
  readonly known: KnownNames
}

export interface KnownNames {
  readonly ruleCodes: readonly string[]
  /** By protocol, in upper case. */
  readonly verbs: Readonly<Record<string, readonly string[]>>
}

/** What a scaffold would write, and what is left to do. */
export interface Plan {
  readonly ok: true
  readonly files: readonly { readonly path: string; readonly text: string }[]
  readonly next: readonly string[]
}

/** Why there is no plan, in a sentence for the person who asked. */
export interface Refusal {
  readonly ok: false
  readonly message: string
}

export const refuse = (message: string): Refusal => ({ ok: false, message })
