import * as v from 'valibot'
import { documentKinds, type DocumentKindName } from '../../core/document-name.ts'
import { list, text, type Spec } from './values.ts'

const kindNames = Object.keys(documentKinds) as DocumentKindName[]

/** A text beside the zones. */
const document = v.strictObject({
  kind: v.picklist(kindNames),
  /** The host whose settings they are; what the message is called. */
  name: v.pipe(text, v.nonEmpty('A document has a name.')),
  /** What inputs and findings call it: `mail.example.org.conf`, `invoice.eml`. */
  file: text,
  text,
  /** Whether the learner may change it. */
  editable: v.boolean(),
})
export type DocumentSpec = Spec<typeof document>

export const documents = list(document)
