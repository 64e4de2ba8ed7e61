import type { Diagnostic } from '../../core/diagnostic.ts'
import { documentFile } from '../../core/document-name.ts'
import type { DocumentSpec } from '../../world/spec.ts'
import type { World } from '../../world/world.ts'
import type { DocumentKinds } from './index.ts'
import type { OpenDocument } from './kind.ts'

/** The documents of a lab beside its zones, by their files' names. */
export class Documents {
  readonly #open = new Map<string, OpenDocument>()
  readonly #editable: ReadonlySet<string>
  /** Rises with each edit. */
  revision = 0

  constructor(specs: readonly DocumentSpec[], kinds: DocumentKinds, world: World) {
    for (const spec of specs) {
      const document = kinds.get(spec.kind)?.open(spec, world)
      if (document) this.#open.set(spec.file, document)
    }
    this.#editable = new Set(specs.filter(({ editable }) => editable).map(({ file }) => file))
  }

  /** A document that is not there, or that may only be read, stays as it is. */
  edit(file: string, text: string): void {
    if (!this.#editable.has(file)) return
    this.#open.get(file)?.edit(text)
    this.revision++
  }

  /** By file. */
  get texts(): Readonly<Record<string, string>> {
    return Object.fromEntries([...this.#open].map(([file, { text }]) => [file, text]))
  }

  /** Of those that may be edited. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#open].flatMap(([file, one]) =>
      this.#editable.has(file) ? one.diagnostics : [],
    )
  }

  /** The text of the settings of a host. */
  settingsOf(host: string): string | undefined {
    return this.#settings(host)?.text
  }

  /** What of its settings holds on a host; undefined where the host has no document, or no such setting. */
  readonly setting = (host: string, name: string): string | undefined =>
    this.#settings(host)?.value?.(name)

  #settings(host: string): OpenDocument | undefined {
    return this.#open.get(documentFile({ kind: 'settings', name: host }))
  }
}
