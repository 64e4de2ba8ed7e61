import { load, loadAll, YAMLException } from 'js-yaml'

/** A text that could not be read, and where. */
export interface TextFault {
  readonly message: string
  /** Both from 1. */
  readonly line: number
  readonly column: number
}

export type YamlReading =
  { readonly ok: true; readonly data: unknown } | { readonly ok: false; readonly fault: TextFault }

/** Reads one document of YAML, which JSON is too. Never throws. */
export const readYamlText = (text: string): YamlReading => reading(() => load(text))

/** Reads JSON, YAML, or several documents of YAML as a list of them. Never throws. */
export const readDataText = (text: string): YamlReading =>
  reading(() => {
    // JSON may be indented by tabs, which YAML forbids.
    if (/^\s*[[{]/.test(text))
      try {
        return JSON.parse(text) as unknown
      } catch {
        return load(text)
      }
    const documents: unknown[] = loadAll(text)
    return documents.length === 1 ? documents[0] : documents
  })

function reading(read: () => unknown): YamlReading {
  try {
    return { ok: true, data: read() }
  } catch (error) {
    const { mark, reason } =
      error instanceof YAMLException ? error : { mark: undefined, reason: '' }
    return {
      ok: false,
      fault: {
        message: `This is neither JSON nor YAML: ${reason || 'it cannot be read'}.`,
        ...{ line: (mark?.line ?? 0) + 1, column: (mark?.column ?? 0) + 1 },
      },
    }
  }
}
