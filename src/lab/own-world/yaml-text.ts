import { load, YAMLException } from 'js-yaml'

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
export function readYamlText(text: string): YamlReading {
  try {
    return { ok: true, data: load(text) }
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
