import { decodeBase64 } from '../../core/base64.ts'
import { fromUtf8 } from '../../core/bytes.ts'
import { gunzip } from '../../core/gzip.ts'
import { isObject } from '../../core/text/is-object.ts'
import { isJournal } from '../record/pack.ts'
import { isOverOwnLimits, isOwnWorld } from '../own-world/own-world.ts'
import { LINK_MARK, linkLimits, type Linked, type LinkedCheck, type LinkedWork } from './link.ts'

/** Why a link cannot be opened. */
export type LinkFault =
  /** It is longer than a link may be, or more comes out of it. */
  | 'too large'
  /** It was cut off or changed on its way. */
  | 'damaged'
  /** A later version made it. */
  | 'newer'
  /** It holds something else. */
  | 'strange'

export type LinkReading =
  { readonly ok: true; readonly state: Linked } | { readonly ok: false; readonly fault: LinkFault }

/** Whether a fragment, with or without its `#`, carries a state. */
export const isLink = (fragment: string): boolean =>
  fragment.replace(/^#/, '').startsWith(LINK_MARK)

/** Reads what `writeLink` wrote. Never throws. @param fragment With or without its `#`. */
export function readLink(fragment: string): LinkReading {
  if (fragment.length > linkLimits.read) return fault('too large')
  const code = fragment.replace(/^#/, '').slice(LINK_MARK.length)
  if (!isLink(fragment) || code === '') return fault('strange')
  const decoded = decodeBase64(fromUrlAlphabet(code))
  if (!decoded.ok) return fault('damaged')
  const unpacked = gunzip(decoded.bytes, linkLimits.unpacked)
  if (!unpacked.ok) return fault(unpacked.isTooLarge ? 'too large' : 'damaged')
  try {
    return checked(JSON.parse(fromUtf8(unpacked.bytes)))
  } catch {
    return fault('damaged')
  }
}

function checked(value: unknown): LinkReading {
  if (!isObject(value)) return fault('strange')
  const { v, journal, texts, world } = value
  if (typeof v === 'number' && v > 1) return fault('newer')
  const tooMany =
    (Array.isArray(journal) && journal.length > linkLimits.inputs) ||
    (Array.isArray(texts) && texts.length > linkLimits.texts) ||
    isOverOwnLimits(world)
  if (tooMany) return fault('too large')
  return v === 1 && (isWork(value) || isLinkedCheck(value))
    ? { ok: true, state: value }
    : fault('strange')
}

function isWork(value: object): value is LinkedWork {
  const { slug, edition, variant, step, terminal, journal, world } = value as Partial<
    Record<string, unknown>
  >
  return (
    typeof slug === 'string' &&
    /^[a-z0-9-]{1,80}$/.test(slug) &&
    Number.isSafeInteger(edition) &&
    isNameOrNone(variant) &&
    isNameOrNone(step) &&
    (terminal === undefined || Number.isSafeInteger(terminal)) &&
    (world === undefined || isOwnWorld(world)) &&
    isJournal(journal)
  )
}

/** Whether a value has the members of a check. */
export function isLinkedCheck(value: object): value is LinkedCheck {
  const { texts, sender } = value as { readonly texts?: unknown; readonly sender?: unknown }
  return Array.isArray(texts) && texts.every(isText) && (sender === undefined || isSender(sender))
}

function isText(value: unknown): boolean {
  if (!isObject(value)) return false
  const { name, text, octets, copy } = value as Partial<Record<string, unknown>>
  return (
    typeof name === 'string' &&
    typeof text === 'string' &&
    (octets === undefined || octets === true) &&
    (copy === undefined || copy === 'sent' || copy === 'arrived')
  )
}

const isSender = (value: unknown): boolean =>
  isObject(value) && typeof value['ip'] === 'string' && typeof value['mailFrom'] === 'string'

const isNameOrNone = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && value.length <= 80)

function fromUrlAlphabet(text: string): string {
  const plain = text.replaceAll('-', '+').replaceAll('_', '/')
  return plain + '='.repeat((4 - (plain.length % 4)) % 4)
}

const fault = (fault: LinkFault): LinkReading => ({ ok: false, fault })
