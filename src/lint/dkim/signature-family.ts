import { fieldsNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { defaults, inRunOrder, messageFamily } from '../family.ts'
import { tagRules } from '../tag-rules.ts'
import { signatureTagFamily } from './shared-signature-rules.ts'
import * as adviceRules from './signature-advice-rules/index.ts'
import * as rules from './signature-rules/index.ts'
import { signatureSubject, type SignatureSubject } from './signature-subject.ts'

const subjects = (message: Message): SignatureSubject[] =>
  fieldsNamed(message, 'DKIM-Signature').map((field) => signatureSubject(message, field))

/** DKIM-Signature fields as they are written: nothing is asked and nothing computed. */
export const signatureFamily = messageFamily({
  prefixes: ['signature'],
  defaults: defaults('syntax'),
  rules: inRunOrder(tagRules(signatureTagFamily), rules),
  subjects,
})

/** What a signature could do beyond what it must: few senders do it. */
export const signatureAdviceFamily = messageFamily({
  prefixes: ['signature'],
  defaults: { ...defaults('security'), recommended: false },
  rules: inRunOrder(adviceRules),
  subjects,
})
