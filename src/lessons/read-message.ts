import * as v from 'valibot'
import { onceForText } from '../core/once.ts'
import { messageOctets } from '../message/compose.ts'
import { readMime, type MimeTree } from '../message/mime/tree.ts'
import { parseMessage, type Message } from '../message/parse.ts'
import type { World } from '../world/world.ts'
import { newestDelivered } from './cards/sources/message.ts'
import type { ParamsOf } from './condition.ts'

/** Which message a condition looks at: exactly one of the two is named. */
export const messageEntries = {
  /** A message that is a document of the lesson, as it is written now: `invoice.eml`. */
  document: v.exactOptional(v.string()),
  /** The message that was delivered last to this mailbox. */
  mailbox: v.exactOptional(v.string()),
}

export interface FoundMessage {
  readonly message: Message
  readonly mime: MimeTree
  /** What a sentence calls it: `The message`, `The newest message`. */
  readonly called: string
}

type Wanted = ParamsOf<typeof messageEntries>

const ofText = onceForText((text) => parsed(messageOctets(text)))

function parsed(octets: Uint8Array): Omit<FoundMessage, 'called'> {
  const message = parseMessage(octets)
  return { message, mime: readMime(message) }
}

/** The message that is meant; undefined while there is none. */
export function messageFor(
  { mailboxes, spec }: Pick<World, 'mailboxes' | 'spec'>,
  { document, mailbox }: Wanted,
): FoundMessage | undefined {
  if (document !== undefined) {
    const text = spec.documents?.find(({ file }) => file === document)?.text
    return text === undefined ? undefined : { ...ofText(text), called: 'The message' }
  }
  const newest = mailbox === undefined ? undefined : newestDelivered(mailboxes, mailbox)
  return newest && { ...parsed(newest.bytes), called: 'The newest message' }
}

/** Why there is nothing to look at. */
export const noMessage = ({ document, mailbox }: Wanted): string =>
  document === undefined
    ? `No message was delivered to \`${mailbox ?? ''}\` yet.`
    : `\`${document}\` is no message of the lesson.`
