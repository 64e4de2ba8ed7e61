import type { DocumentKindName } from '../core/document-name.ts'
import type { DocumentSpec, WorldSpec } from '../world/spec.ts'
import { editableFirst } from './editable-first.ts'

/** A text that the editor shows: a zone, or another document of the lesson. */
export interface DeskDocument {
  /** What inputs and stored texts call it: a zone's origin, or another document's file. */
  readonly key: string
  readonly kind: 'zone' | DocumentKindName
  /** What it is about: an origin, a host. */
  readonly name: string
  /** As the lesson has it. */
  readonly text: string
  readonly editable: boolean
}

/** All that the editor shows, in its order: those to edit before those to read; messages, zones, others. */
export const deskDocuments = ({
  zones,
  documents = [],
}: Pick<WorldSpec, 'zones' | 'documents'>): DeskDocument[] =>
  editableFirst([
    ...documents.filter(isMessage).map(deskDocument),
    ...zones.map(({ origin, text, editable }): DeskDocument => ({
      ...{ key: origin, kind: 'zone', name: origin, text, editable },
    })),
    ...documents.filter((one) => !isMessage(one)).map(deskDocument),
  ])

const isMessage = ({ kind }: DocumentSpec): boolean => kind === 'message'

const deskDocument = (one: DocumentSpec): DeskDocument => ({ ...one, key: one.file })
