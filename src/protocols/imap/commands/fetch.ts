import { runFetch } from '../fetch/fetch.ts'
import { fetchItems } from '../fetch/items.ts'
import { fetchModifiers } from '../fetch/modifiers.ts'
import { defineBothForms } from '../server/both-forms.ts'
import { maybe, sequence, space } from '../wire/combine.ts'
import { messageSet } from '../wire/sets.ts'

export const [fetch, uidFetch] = defineBothForms({
  verb: 'FETCH',
  syntax: '1:* (FLAGS ENVELOPE)',
  about: 'Brings messages, or parts of them',
  aboutUid: 'Brings messages that are named by UID',
  source: { rfc: 9051, section: '6.4.5' },
  expunges: 'held',
  arguments: sequence(messageSet, space, fetchItems, maybe(fetchModifiers)),
  run: (session, [set, , items, modifiers], by, tools) =>
    runFetch(session, { set, items, modifiers, by }, tools),
})
