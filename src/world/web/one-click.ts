import { coversFields } from '../../auth/dkim/covers.ts'
import { fieldNamed } from '../../message/field.ts'
import { isOneClick, ONE_CLICK, parseListUnsubscribe } from '../../message/list-unsubscribe.ts'
import { parseMessage } from '../../message/parse.ts'
import { domainsOf, isOf } from '../domains.ts'
import type { Internet } from '../internet.ts'
import { messagesOf, type MailboxMessage } from '../mailboxes.ts'
import type { HostSpec } from '../spec.ts'
import { fetchHttps } from './fetch.ts'

/** The reader of a mailbox leaves by one click what the newest message there that offers it comes from. */
export async function leaveByOneClick(net: Internet, address: string): Promise<void> {
  const mailbox = net.mailboxes.all.find((one) => one.address === address)
  const host = net.spec.hosts.find((one) => isOf(domainsOf(one), address))
  if (!mailbox || !host) return
  for (const message of messagesOf(mailbox).toReversed()) {
    const offer = offerOf(message)
    if (!offer) continue
    if ('lacks' in offer) return note(net, host, address, offer.lacks)
    await fetchHttps(net, { by: host.name, url: offer.url, method: 'POST', body: ONE_CLICK })
    return
  }
  note(net, host, address, 'No message here offers one click to leave.')
}

const note = (net: Internet, host: HostSpec, subject: string, reason: string): void =>
  net.emit({
    ...{ type: 'decided', host: host.name, policy: 'one-click', action: 'refused', subject },
    ...{ reason, setting: 'plan', source: { rfc: 8058, section: '4' } },
  })

type Offer = { readonly url: string } | { readonly lacks: string }

/** A signature that holds must cover both fields (RFC 8058 §4): else anybody could have written them. */
function offerOf({ bytes, delivery }: MailboxMessage): Offer | undefined {
  const message = parseMessage(bytes)
  const post = fieldNamed(message, 'List-Unsubscribe-Post')?.value ?? ''
  const uris = parseListUnsubscribe(fieldNamed(message, 'List-Unsubscribe')?.value ?? '').uris
  const url = uris.find(({ scheme }) => scheme === 'https')?.uri
  if (!isOneClick(post) || url === undefined) return undefined
  const held = new Set(
    (delivery?.authentication?.dkim.signatures ?? [])
      .filter(({ result }) => result === 'pass')
      .map(({ signature }) => signature),
  )
  return coversFields(message, held, FIELDS)
    ? { url }
    : { lacks: 'No DKIM signature that holds covers the fields that offer one click.' }
}

const FIELDS = ['list-unsubscribe', 'list-unsubscribe-post']
