import type { HostSpec, MailingListSpec } from '../../spec.ts'
import { exactText, listOf } from '../list-types.ts'
import { defineGroup } from '../setting.ts'
import type { ValueType } from '../value-type.ts'
import { address, choice, count, wordOf, yesNo } from '../word-types.ts'
import { mainRows, parameterRows, type Rows } from './rows.ts'

const rows: Rows<MailingListSpec> = {
  ...{ name: 'lists', keyType: address, example: 'club@example.org' },
  isFor: ({ smtp }) => smtp !== undefined,
  all: ({ lists }) => lists,
  with(host, lists): HostSpec {
    const { lists: _, ...others } = host
    return lists.length ? { ...others, lists } : others
  },
  keyOf: (list) => list.address,
}

const NO_MEMBERS = 'none'
const addresses = listOf(address, 1)

/** `none` where a list has no members yet. */
const members: ValueType<readonly string[]> = {
  ...addresses,
  syntax: `${addresses.syntax}; or \`${NO_MEMBERS}\``,
  read: (value, report) =>
    value.words.length === 1 && value.words[0]!.text === NO_MEMBERS
      ? []
      : addresses.read(value, report),
  print: (all) => (all.length ? addresses.print(all) : [NO_MEMBERS]),
}

const https = wordOf('an address that begins with `https://`', /^https:\/\/\S+$/)

/** Its mailing lists: one table of them, and a table for each thing that some of them have. */
export const lists = defineGroup({
  title: 'Mailing lists',
  staysUnwritten: true,
  settings: [
    mainRows(rows, {
      ...{ about: 'Its lists, with their members.', item: members },
      example: 'alice@example.org, bob@example.net',
      source: { rfc: 5321, section: '3.9.2' },
      data: (list) => list.members,
      make: (key, data, before) => ({ ...before, address: key, members: [...data] }),
    }),
    parameterRows(rows, 'list_names', 'name', {
      ...{ about: 'Their names for people.', item: exactText, example: 'Book Club' },
    }),
    parameterRows(rows, 'list_tags', 'subjectTag', {
      ...{ about: 'What comes before the subject of each post.', item: exactText },
      example: '[Club]',
    }),
    parameterRows(rows, 'list_footers', 'footer', {
      ...{ about: 'What stands below each post.', item: exactText, example: 'Be kind.' },
    }),
    parameterRows(rows, 'list_from', 'from', {
      about: 'Whether a list stands in From of its posts; else the author stays.',
      example: 'by-policy',
      item: choice({
        kept: 'The author stays.',
        rewritten: 'The list stands there: its own domain is checked.',
        'by-policy': 'It does where the author’s domain asks for quarantine or to reject.',
      }),
      source: { rfc: 9989, section: '7.4' },
    }),
    parameterRows(rows, 'list_strangers', 'strangers', {
      about: 'What becomes of posts of those who are no members; else they are held.',
      example: 'refused',
      item: choice({
        accepted: 'They go to all.',
        held: 'Its owner decides.',
        refused: 'They are refused.',
      }),
    }),
    parameterRows(rows, 'list_unsubscribe', 'unsubscribe', {
      ...{ about: 'Where one click is enough to leave.', item: https },
      ...{ example: 'https://example.org/leave', source: { rfc: 8058, section: '3.1' } },
    }),
    parameterRows(rows, 'list_seals', 'seal', {
      ...{ about: 'Whether a list seals what it found.', item: yesNo, example: 'yes' },
      source: { rfc: 8617, section: '5.1' },
    }),
    parameterRows(rows, 'list_bounce_limits', 'bounceLimit', {
      ...{ about: 'Bounces after which a member gets no more posts; else 5.', item: count },
      example: '3',
    }),
  ],
})
