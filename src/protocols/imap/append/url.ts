import { fromStrictUtf8, latin1 } from '../../../core/bytes.ts'
import type { Mailbox } from '../../store/store.ts'
import { partialOctets, sectionOctets } from '../data/sections.ts'
import { readSection } from '../fetch/section.ts'
import type { Authenticated, Selected } from '../server/session.ts'
import { failed, readerOf } from '../wire/reader.ts'

/**
 * `/INBOX;UIDVALIDITY=1/;UID=20/;SECTION=1.2/;PARTIAL=0.100`, or without the mailbox for the one
 * that is selected (RFC 4469 §3.1, RFC 5092 §11).
 */
const URL =
  /^(?:\/([^;/](?:[^;]*[^;/])?)(?:;UIDVALIDITY=(\d{1,10}))?\/|\/?);UID=(\d{1,10})(?:\/;SECTION=([^;]+?))?(?:\/;PARTIAL=(\d{1,10})(?:\.(\d{1,10}))?)?$/i

/**
 * What a URL names.
 * @param url Octets. @returns `undefined` where it names nothing, or something that is not here.
 */
export function urlOctets(session: Authenticated | Selected, url: string): Uint8Array | undefined {
  const found = URL.exec(url)
  if (!found) return undefined
  const [, name, uidValidity, uid, section, start, length] = found
  const mailbox = mailboxOf(session, name)
  if (!mailbox || (uidValidity && Number(uidValidity) !== mailbox.uidValidity)) return undefined
  const mail = mailbox.find(Number(uid))
  const octets = mail && sectionOf(mail.bytes, section)
  if (!octets || start === undefined) return octets
  const partial = { start: Number(start), length: length ? Number(length) : octets.length }
  return partialOctets(octets, partial)
}

function mailboxOf(
  session: Authenticated | Selected,
  name: string | undefined,
): Mailbox | undefined {
  if (name === undefined) return session.phase === 'selected' ? session.view.mailbox : undefined
  const decoded = unescaped(name)
  return decoded === undefined ? undefined : session.account.mailbox(decoded)
}

function sectionOf(message: Uint8Array, written: string | undefined): Uint8Array | undefined {
  if (written === undefined) return message
  const text = unescaped(written)
  if (text === undefined) return undefined
  const reader = readerOf({ text: `[${text}]`, literals: [] }, 0, 'ascii')
  const section = readSection(reader)
  if (section === failed || reader.at < reader.text.length) return undefined
  return sectionOctets(message, section)
}

/** `%20` and the like, as UTF-8. */
const unescaped = (text: string): string | undefined =>
  fromStrictUtf8(
    latin1(
      text.replace(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    ),
  )
