/** What was pasted, dropped or chosen. */
export interface Pasted {
  readonly text: string
  /** As the file has them; undefined where it was typed or pasted. */
  readonly bytes?: Uint8Array
  /** Its file's name; empty where it has none. */
  readonly file: string
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

/** Reads a file of at most a size; of a larger one the first part, which is more than any reader takes. */
export async function readFile(file: File, most: number): Promise<Pasted> {
  const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer())
  return { text: new TextDecoder().decode(bytes), bytes, file: file.name }
}

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
