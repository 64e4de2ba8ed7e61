import { asCharacters } from '../../core/bytes.ts'
import { domainOf } from '../../core/domain.ts'
import { parseAddresses, type Mailbox } from '../../message/addresses.ts'
import { addFooter } from '../../message/changes/add-footer.ts'
import {
  withField,
  withFieldsOnTop,
  withoutFields,
  writeFields,
} from '../../message/changes/edit.ts'
import { tagSubject } from '../../message/changes/tag-subject.ts'
import { fieldNamed } from '../../message/field.ts'
import { ONE_CLICK } from '../../message/list-unsubscribe.ts'
import { parseMessage } from '../../message/parse.ts'
import { writeMailbox } from '../../message/write-addresses.ts'
import type { MailingListSpec } from '../spec.ts'
import { leaveAddress, ownerAddress } from './list-address.ts'

export interface RewrittenPost {
  readonly bytes: Uint8Array
  /** What changed, in the list's words. */
  readonly changes: readonly string[]
}

/** Who wrote a message, by its From field. */
export function authorOf(message: Uint8Array): Mailbox | undefined {
  const from = fieldNamed(parseMessage(message), 'From')?.value ?? ''
  return parseAddresses(asCharacters(from)).mailboxes[0]
}

const nameOf = ({ name, address }: MailingListSpec): string =>
  name ?? address.slice(0, address.lastIndexOf('@'))

/** What is the same in all copies: subject, footer, From. */
export function rewritePost(
  message: Uint8Array,
  list: MailingListSpec,
  from: 'kept' | 'rewritten',
): RewrittenPost {
  const changes: string[] = []
  let bytes = message
  if (list.subjectTag !== undefined) {
    const tagged = tagSubject(bytes, list.subjectTag)
    if (tagged !== bytes) changes.push('tag')
    bytes = tagged
  }
  if (list.footer !== undefined) {
    bytes = addFooter(bytes, list.footer)
    changes.push('footer')
  }
  const author = authorOf(bytes)
  if (from === 'rewritten' && author) {
    bytes = fromList(bytes, list, author)
    changes.push('From')
  }
  return { bytes, changes }
}

/** `Alice via Club`: the list's own domain is checked, and answers still go to Alice. */
function fromList(bytes: Uint8Array, list: MailingListSpec, author: Mailbox): Uint8Array {
  const name = `${author.name ?? author.localPart} via ${nameOf(list)}`
  const hasReplyTo = fieldNamed(parseMessage(bytes), 'Reply-To') !== undefined
  const rewritten = withField(bytes, 'From', writeMailbox({ name, address: list.address }))
  return hasReplyTo ? rewritten : withField(rewritten, 'Reply-To', writeMailbox(author))
}

/**
 * The copy of one member: the fields of lists on top (RFC 2919 §3, RFC 2369 §3), with one click to leave
 * (RFC 8058 §3.1), which knows who leaves.
 * @param token Of this list and member.
 */
export function copyFor(
  bytes: Uint8Array,
  list: MailingListSpec,
  member: string,
  token: string,
): Uint8Array {
  const leave = `<mailto:${leaveAddress(list, member)}>`
  const { unsubscribe } = list
  const https =
    unsubscribe === undefined
      ? []
      : [
          `<${unsubscribe}${unsubscribe.includes('?') ? '&' : '?'}m=${encodeURIComponent(member)}&t=${token}>`,
        ]
  const fields: [string, string][] = [
    ['List-Id', `${nameOf(list)} <${list.address.replace('@', '.')}>`],
    ['List-Post', `<mailto:${list.address}>`],
    ['List-Owner', `<mailto:${ownerAddress(list)}>`],
    ['List-Unsubscribe', [...https, leave].join(', ')],
    ...(https.length ? [['List-Unsubscribe-Post', ONE_CLICK] as [string, string]] : []),
    ['Precedence', 'list'],
  ]
  const own = new Set(fields.map(([name]) => name.toLowerCase()))
  const before = withoutFields(bytes, ({ lower }) => own.has(lower))
  return withFieldsOnTop(before, writeFields(fields))
}

/** Whether a message was on a list before: it goes round (RFC 2919 §3). */
export const wasOnList = (message: Uint8Array, { address }: MailingListSpec): boolean =>
  fieldNamed(parseMessage(message), 'List-Id')
    ?.value.toLowerCase()
    .includes(
      `<${address.slice(0, address.lastIndexOf('@'))}.${domainOf(address)}>`.toLowerCase(),
    ) === true
