import { name, number, text } from '../fields/columns.ts'
import { defineKeptType } from '../fields/kept.ts'
import { MAX_U16 } from '../fields/number.ts'
import { substitution } from '../fields/texts.ts'

/** A rule that rewrites a name, as telephony looks services up. */
export const naptr = defineKeptType({
  type: 'NAPTR',
  number: 35,
  source: { rfc: 3403 },
  syntax: 'NAPTR <order> <preference> "<flags>" "<services>" "<regexp>" <replacement>',
  meaning: 'A rule that makes one name or address of another, for telephone numbers and SIP.',
  columns: [
    number('order', MAX_U16),
    number('preference', MAX_U16),
    text('flags'),
    text('services'),
    substitution,
    name('replacement'),
  ],
})
