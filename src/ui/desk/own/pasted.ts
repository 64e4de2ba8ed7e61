import { words } from '#words/own'
import { checkLimits } from '../../../lab/check/limits.ts'
import type { LinkedText } from '../../../lab/link/link.ts'
import type { Ask } from '../../../lab/questions/index.ts'

/** What was pasted, dropped or chosen. */
export interface Pasted {
  readonly text: string
  /** As the file has them; undefined where it was typed or pasted. */
  readonly bytes?: Uint8Array
  /** Its file's name; empty where it has none. */
  readonly file: string
  /** Why the file is not read. */
  readonly fault?: string
}

export const nothingPasted: Pasted = { text: '', file: '' }

const KEY = 'helo-world/own-paste'

/** What stood in the field before the page was loaded anew. */
export function pastedBefore(): string {
  try {
    return sessionStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Keeps what stands in the field; where it cannot be kept, it stays on the page. */
export function keepPasted(text: string): void {
  try {
    if (text) sessionStorage.setItem(KEY, text)
    else sessionStorage.removeItem(KEY)
  } catch {
    // Full, or blocked: nothing of the work depends on it.
  }
}

/** Reads a file, which may be packed. One that is too large is not even opened. Never throws. */
export async function readFile(
  file: Pick<File, 'name' | 'size' | 'arrayBuffer'>,
  ask: Ask,
): Promise<Pasted> {
  const { name, size } = file
  const unread = (fault: string): Pasted => ({ text: '', file: name, fault })
  if (size > checkLimits.text) return unread(words.fileTooLarge(size, checkLimits.text))
  try {
    const read = await ask('fileTexts', { name, bytes: new Uint8Array(await file.arrayBuffer()) })
    return read.ok ? pastedOf(read.text) : unread(read.reason)
  } catch {
    return unread(words.fileUnread)
  }
}

/** A text of a file or a link, with the octets that it came from. */
export const pastedOf = ({ name, text, octets }: LinkedText): Pasted => ({
  ...{ text, file: name },
  bytes: octets
    ? Uint8Array.from(text, (octet) => octet.charCodeAt(0))
    : new TextEncoder().encode(text),
})

const MAIL_FIELD =
  /^(?:from|received|return-path|date|message-id|subject|to|dkim-signature|mime-version|delivered-to):/i

/** What Apple Mail, or a mailbox file, puts before a message. */
const PROGRAM_LINE = /^(?:\d{1,12}[ \t]*|>?From [^\n]*)\n/

/** Whether a text begins with fields of a message, or its file says that it is one. */
export function isMessage({ text, file }: Pasted): boolean {
  if (/\.(?:emlx?|msg|mbox)$/i.test(file)) return true
  const start = text.trimStart().slice(0, 8000)
  const lines = start.replace(PROGRAM_LINE, '').split(/\r?\n/)
  const end = lines.indexOf('')
  const head = lines.slice(0, end < 0 ? undefined : end).filter((line) => !/^[ \t]/.test(line))
  return (
    head.length > 0 &&
    head.every((line) => /^[!-9;-~]+:/.test(line)) &&
    head.some((line) => MAIL_FIELD.test(line))
  )
}

/** The octets of a message; pasted lines end as a message's do. */
export const octetsOf = ({ text, bytes }: Pasted): Uint8Array =>
  bytes ?? new TextEncoder().encode(text.replace(/\r?\n/g, '\r\n'))
