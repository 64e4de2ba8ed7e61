/** A text that a learner may edit beside the zones: what kind it is of, and what it is about. */
export interface DocumentName {
  readonly kind: DocumentKindName
  /** The host whose settings they are; what the message is called. */
  readonly name: string
}

/** Every kind of document beside zones: how its files end, and their folder in a lesson. */
export const documentKinds = {
  settings: { extension: '.conf', folder: 'settings' },
  message: { extension: '.eml', folder: 'messages' },
} as const

export type DocumentKindName = keyof typeof documentKinds

/** `mail.example.org.conf`, `invoice.eml`: what a document is called in inputs, findings and plays. */
export const documentFile = ({ kind, name }: DocumentName): string =>
  `${name}${documentKinds[kind].extension}`

/** What a file's name says; undefined where it is of no kind. */
export function documentOf(file: string): DocumentName | undefined {
  for (const kind of Object.keys(documentKinds) as DocumentKindName[]) {
    const { extension } = documentKinds[kind]
    if (file.endsWith(extension) && file.length > extension.length)
      return { kind, name: file.slice(0, -extension.length) }
  }
  return undefined
}
