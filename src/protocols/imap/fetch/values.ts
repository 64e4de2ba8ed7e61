import type { StoredMail } from '../../store/store.ts'
import { fetchBodyStructure } from '../data/body-structure.ts'
import { fetchEnvelope } from '../data/envelope.ts'
import { partialOctets, sectionOctets } from '../data/sections.ts'
import { printSection, type PartialRange } from '../data/section.ts'
import { literalOctets, type Wire } from '../data/wire-text.ts'
import { personalityOf } from '../personalities/index.ts'
import { isRev2, isUtf8 } from '../server/modes.ts'
import type { Output } from '../server/output.ts'
import type { Selected } from '../server/session.ts'
import { writeDateTime } from '../wire/dates.ts'
import { binaryValue } from './binary.ts'
import type { FetchItem, PlainItem, SectionItem } from './items.ts'

/** An item of a message with its value, as in a FETCH response (RFC 9051 §7.5.2). */
export function fetchedValue(session: Selected, mail: StoredMail, item: FetchItem): Output {
  if (item.item === 'section') return sectionValue(session, mail, item)
  if (item.item === 'BINARY' || item.item === 'BINARY.SIZE') return binaryValue(mail.bytes, item)
  return [plainValue(session, mail, item.item)]
}

function plainValue(session: Selected, mail: StoredMail, item: PlainItem): string {
  const wire: Wire = isUtf8(session.enabled) ? 'utf8' : 'ascii'
  switch (item) {
    case 'UID':
      return `UID ${mail.uid}`
    case 'FLAGS':
      return `FLAGS (${flagsOf(session, mail).join(' ')})`
    case 'INTERNALDATE':
      return `INTERNALDATE ${writeDateTime({ at: mail.internalDate, zone: mail.zone ?? 0 })}`
    case 'RFC822.SIZE':
      return `RFC822.SIZE ${mail.bytes.length}`
    case 'ENVELOPE':
      return `ENVELOPE ${fetchEnvelope(mail.bytes, wire)}`
    case 'BODY':
    case 'BODYSTRUCTURE':
      return `${item} ${fetchBodyStructure(mail.bytes, item, wire)}`
    case 'MODSEQ':
      return `MODSEQ (${mail.modSeq})`
    case 'EMAILID':
    case 'THREADID':
      return `${item} (${item === 'EMAILID' ? mail.emailId : mail.threadId})`
  }
}

/** Flags as this session sees them: `\Recent` is its own, and not of IMAP4rev2. */
export const flagsOf = ({ view, enabled }: Selected, { uid, flags }: StoredMail): string[] => [
  ...flags,
  ...(view.recent.has(uid) && !isRev2(enabled) ? ['\\Recent'] : []),
]

function sectionValue({ host }: Selected, { bytes }: StoredMail, item: SectionItem): Output {
  const { name, section, partial } = item
  const label = name === 'BODY' ? `BODY[${printSection(section)}]${startOf(partial)}` : name
  const whole = sectionOctets(bytes, section)
  if (!whole)
    return [personalityOf(host).policies.absentPart === 'nil' ? `${label} NIL` : `${label} {0}\r\n`]
  const octets = partial ? partialOctets(whole, partial) : whole
  return [`${label} {${octets.length}}\r\n`, literalOctets(octets)]
}

const startOf = (partial: PartialRange | undefined): string => (partial ? `<${partial.start}>` : '')
