import { once } from '../../core/once.ts'
import { defaults, inRunOrder, messageFamily } from '../family.ts'
import * as mimeRules from './mime-rules/index.ts'
import * as rules from './rules/index.ts'
import { formatSubject } from './subject.ts'
import type { Message } from '../../message/parse.ts'

const formatOf = once(formatSubject)

const subjects = (message: Message, file: string) => [{ ...formatOf(message), file }]

/** The lines and fields of a message, its dates and addresses. */
export const formatFamily = messageFamily({
  prefixes: ['message'],
  defaults: defaults('syntax'),
  rules: inRunOrder(rules),
  subjects,
})

/** What MIME adds to a message. */
export const mimeFamily = messageFamily({
  prefixes: ['mime'],
  defaults: defaults('syntax'),
  rules: inRunOrder(mimeRules),
  subjects,
})
