import { parseMessage } from '../../message/parse.ts'
import { readHead, type MessageHead } from '../views/message-fields.ts'
import type { Question } from './question.ts'

/** What a list shows of each of its messages. @param headers Their octets; bodies are not needed. */
export const messageHeads: Question<
  { readonly headers: readonly Uint8Array[] },
  readonly MessageHead[]
> = {
  answer: ({ headers }) => headers.map((header) => readHead(parseMessage(header))),
}
