import { DELIMITER } from '../../store/store.ts'
import { isRev2 } from '../server/modes.ts'
import { writeName } from '../wire/mailbox-names.ts'
import type { Enabled } from '../server/session.ts'
import type { Listed } from './entries.ts'

export interface ListStyle {
  readonly enabled: Enabled
  /** `extended`: the client used the new way of asking (RFC 5258 §3). */
  readonly form: 'plain' | 'extended'
  readonly subscriptions: 'shown' | 'hidden'
  /** `\HasChildren` or not. */
  readonly children: 'shown' | 'hidden'
  /** What a mailbox is for (RFC 6154 §2). */
  readonly uses: 'shown' | 'hidden'
}

/** `* LIST (…) "/" name`, with what is known of it (RFC 9051 §7.3.1). */
export function listLine(listed: Listed, style: ListStyle): string {
  const { name, childInfo } = listed
  const attributes = attributesOf(listed, style).join(' ')
  const extra = childInfo ? ` ("CHILDINFO" ("${childInfo}"))` : ''
  return `* LIST (${attributes}) "${DELIMITER}" ${writeName(name, style.enabled)}${extra}\r\n`
}

function attributesOf({ entry, subscribed }: Listed, style: ListStyle): string[] {
  const isNew = style.form === 'extended' || isRev2(style.enabled)
  return [
    ...(entry?.mailbox ? [] : [isNew ? '\\NonExistent' : '\\Noselect']),
    ...(subscribed && style.subscriptions === 'shown' ? ['\\Subscribed'] : []),
    ...(entry && style.children === 'shown'
      ? [entry.children === 'some' ? '\\HasChildren' : '\\HasNoChildren']
      : []),
    ...(entry?.specialUse && style.uses === 'shown' ? [entry.specialUse] : []),
  ]
}
