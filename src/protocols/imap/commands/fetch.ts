import { defineCommand, type Command } from '../server/command.ts'
import { runFetch, type FetchRequest } from '../fetch/fetch.ts'
import { fetchItems } from '../fetch/items.ts'
import { fetchModifiers } from '../fetch/modifiers.ts'
import { maybe, sequence, space } from '../wire/combine.ts'
import { messageSet } from '../wire/sets.ts'

const fetching = (
  verb: 'FETCH' | 'UID FETCH',
  by: FetchRequest['by'],
  about: string,
  section: string,
): Command =>
  defineCommand({
    verb,
    syntax: `${verb} 1:* (FLAGS ENVELOPE)`,
    about,
    source: { rfc: 9051, section },
    allowedIn: ['selected'],
    expunges: by === 'uid' ? 'told' : 'held',
    arguments: sequence(messageSet, space, fetchItems, maybe(fetchModifiers)),
    run: (session, [set, , items, modifiers], tools) =>
      runFetch(session, { set, items, modifiers, by }, tools),
  })

export const fetch: Command = fetching(
  'FETCH',
  'number',
  'Brings messages, or parts of them',
  '6.4.5',
)

export const uidFetch: Command = fetching(
  'UID FETCH',
  'uid',
  'Brings messages that are named by UID',
  '6.4.9',
)
