import * as v from 'valibot'
import { eventKinds } from '../world/events/index.ts'
import type { Card } from './cards/card.ts'
import { conditionSchema } from './goals/index.ts'
import { count, slug, text } from './schema-values.ts'

const eventTypes = eventKinds.map(({ type }) => type)

/** Where the rows of a card come from. */
export const sourceSchema = v.variant('kind', [
  v.strictObject({
    ...{ kind: v.literal('session'), host: text },
    port: v.exactOptional(v.number()),
    client: v.exactOptional(text),
    having: v.exactOptional(text),
    begin: v.exactOptional(text),
    message: v.exactOptional(v.literal('shown')),
    protocol: v.exactOptional(v.picklist(['smtp', 'lmtp', 'imap', 'pop3'])),
    part: v.exactOptional(v.literal('transaction')),
    who: v.exactOptional(v.picklist(['client', 'server'])),
  }),
  v.strictObject({ kind: v.literal('spf'), sender: text }),
  v.strictObject({
    ...{ kind: v.literal('aggregate'), mailbox: text },
    ...{ reporter: v.exactOptional(text), domain: v.exactOptional(text) },
    ...{ with: v.exactOptional(text), ip: v.exactOptional(text) },
  }),
  v.strictObject({ kind: v.literal('message'), mailbox: text, field: v.exactOptional(text) }),
  v.strictObject({
    kind: v.literal('document'),
    file: text,
    parts: v.exactOptional(v.literal('yes')),
  }),
  v.strictObject({ kind: v.literal('mail'), id: text, field: v.exactOptional(text) }),
  v.strictObject({
    kind: v.literal('events'),
    host: v.exactOptional(text),
    types: v.exactOptional(v.array(v.picklist(eventTypes))),
    to: v.exactOptional(text),
    newest: v.exactOptional(count),
  }),
  v.strictObject({
    kind: v.literal('dns'),
    ...{ host: v.exactOptional(text), name: v.exactOptional(text), type: v.exactOptional(text) },
  }),
  v.strictObject({
    ...{ kind: v.literal('zone'), origin: text },
    ...{ type: v.exactOptional(text), name: v.exactOptional(text) },
    words: v.exactOptional(v.literal('yes')),
  }),
  v.strictObject({
    kind: v.literal('trace'),
    ...{ mail: v.exactOptional(text), mailbox: v.exactOptional(text) },
    of: v.exactOptional(v.picklist(['spf', 'dkim', 'dmarc'])),
  }),
  v.strictObject({ kind: v.literal('received'), mailbox: text }),
  v.strictObject({ kind: v.literal('report'), mailbox: text, recipient: v.exactOptional(text) }),
  v.strictObject({ kind: v.literal('queue'), host: v.exactOptional(text) }),
  v.strictObject({
    ...{ kind: v.literal('wire'), host: text, port: v.exactOptional(v.number()) },
    who: v.exactOptional(v.picklist(['client', 'server'])),
    reader: v.exactOptional(v.literal('eavesdropper')),
  }),
  v.strictObject({
    kind: v.literal('lines'),
    lines: v.pipe(v.array(v.string()), v.minLength(2, 'Write at least two lines.')),
  }),
])

const pattern = {
  name: v.exactOptional(text),
  has: v.exactOptional(text),
}
const patterns = v.pipe(
  v.array(v.strictObject(pattern)),
  v.minLength(1, 'Name at least one row that is right.'),
)
const wrong = v.optional(v.array(v.strictObject({ ...pattern, because: text })), [])

const base = { id: slug, ask: text }
/** Ids of mails. */
const about = v.exactOptional(v.array(slug))

const predict = v.strictObject({
  ...base,
  kind: v.literal('predict'),
  choices: v.pipe(
    v.array(
      v.strictObject({ id: slug, text, because: text, when: v.exactOptional(conditionSchema) }),
    ),
    v.minLength(2, 'Give at least two choices.'),
  ),
  right: slug,
  about,
})

const picked = {
  ...base,
  from: sourceSchema,
  after: v.exactOptional(slug),
  right: patterns,
  because: text,
  wrong,
  otherwise: text,
}
const pick = v.strictObject({ ...picked, kind: v.literal('pick') })
const mark = v.strictObject({ ...picked, kind: v.literal('mark'), missing: text })

const order = v.strictObject({
  ...base,
  kind: v.literal('order'),
  items: v.pipe(
    v.array(v.strictObject({ id: slug, text, because: text })),
    v.minLength(2, 'Give at least two items.'),
  ),
  right: v.pipe(v.array(slug), v.minLength(2, 'Put at least two items in order.')),
  free: v.exactOptional(v.array(slug)),
  because: text,
})

const named = v.strictObject({ id: slug, text })
const several = v.pipe(v.array(named), v.minLength(2, 'Give at least two.'))
/** Words by the wrong bin or choice. */
const wrongBy = v.exactOptional(v.record(v.string(), text))

const sort = v.strictObject({
  ...base,
  kind: v.literal('sort'),
  bins: several,
  items: v.pipe(
    v.array(
      v.strictObject({
        ...named.entries,
        ...{ bin: slug, because: text, wrong: wrongBy },
        when: v.exactOptional(conditionSchema),
      }),
    ),
    v.minLength(2, 'Give at least two items.'),
  ),
  because: text,
})

const cell = v.strictObject({ right: slug, when: conditionSchema, because: text, wrong: wrongBy })

const grid = v.strictObject({
  ...base,
  kind: v.literal('grid'),
  columns: v.pipe(
    v.array(v.strictObject({ ...named.entries, choices: v.exactOptional(several) })),
    v.minLength(1, 'Give at least one column.'),
  ),
  rows: v.pipe(
    v.array(v.strictObject({ ...named.entries, cells: v.record(v.string(), cell) })),
    v.minLength(2, 'Give at least two rows.'),
  ),
  choices: v.exactOptional(several),
  because: text,
  about,
})

/** A card of any kind, as a lesson's file has it. */
export const cardSchema = v.variant('kind', [
  predict,
  pick,
  mark,
  order,
  sort,
  grid,
]) satisfies v.GenericSchema<unknown, Card>
