import { fieldsNamed } from '../../message/field.ts'
import { defaults, inRunOrder, messageFamily } from '../family.ts'
import { tagRules } from '../tag-rules.ts'
import { signatureTagFamily } from './shared-signature-rules.ts'
import * as rules from './signature-rules/index.ts'
import { signatureSubject } from './signature-subject.ts'

/** DKIM-Signature fields as they are written: nothing is asked and nothing computed. */
export const signatureFamily = messageFamily({
  prefixes: ['signature'],
  defaults: defaults('syntax'),
  rules: inRunOrder(tagRules(signatureTagFamily), rules),
  subjects: (message) =>
    fieldsNamed(message, 'DKIM-Signature').map((field) => signatureSubject(message, field)),
})
