import { documentFile } from '../../core/document-name.ts'
import type { DocumentSpec, HostSpec, WorldSpec } from '../spec.ts'
import { printSettings } from './print.ts'
import { readSettings } from './read.ts'

/** The settings of a host as a document, printed. */
export const settingsDocument = (host: HostSpec, editable: boolean): DocumentSpec => ({
  ...{ kind: 'settings', name: host.name, text: printSettings(host), editable },
  file: documentFile({ kind: 'settings', name: host.name }),
})

/** A world whose servers all have their settings as documents to edit. */
export function withAllSettings<World extends WorldSpec>(world: World): World {
  const { documents = [], hosts } = world
  const isThere = ({ name }: HostSpec) =>
    documents.some((one) => one.kind === 'settings' && one.name === name)
  const more = hosts
    .filter((host) => (host.smtp ?? host.submission) && !isThere(host))
    .map((host) => settingsDocument(host, true))
  return { ...world, documents: [...documents, ...more] }
}

/** A host as the settings of its document have it; as it is, where they have an error. */
export function hostBySettings(host: HostSpec, document: DocumentSpec): HostSpec {
  const reading = readSettings(host, document.text, document.file)
  return reading.isSound ? reading.host : host
}
