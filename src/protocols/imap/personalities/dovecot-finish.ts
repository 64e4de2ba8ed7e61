import { onceForText } from '../../../core/once.ts'
import type { Finishing, StatusResponse } from './personality.ts'

/** Commands that may have to wait for a lock on a mailbox, and how many milliseconds at most. */
const LOCKING: Readonly<Record<string, number>> = {
  ...{ SELECT: 12, EXAMINE: 6, APPEND: 30, COPY: 14, MOVE: 14, STORE: 3 },
  ...{ CREATE: 14, DELETE: 30, RENAME: 4, SUBSCRIBE: 6, UNSUBSCRIBE: 6, EXPUNGE: 4 },
}

/**
 * Adds how long a command took, as Dovecot 2.3 does once the client has logged in: in the command, in
 * waiting, and in waiting for locks. The times are made up, and always the same for the same command.
 */
export function finishAsDovecot(response: StatusResponse, facts: Finishing): StatusResponse {
  const { status, text, problem } = response
  const code = codeOf(response, facts)
  const finished = {
    status: text === badResponse || text === loginFailed ? 'NO' : status,
    text: facts.isLoggedIn ? withTimes(response, facts) : text,
  } as const
  if (code === undefined && !problem) return finished
  return { ...finished, ...(code !== undefined && { code }), ...(problem && { problem }) }
}

function withTimes(response: StatusResponse, facts: Finishing): string {
  const times = timesOf(response, facts)
  return times === WITHOUT_LOCK ? quickly(response.text).words : timed(response.text, times)
}

function timed(text: string, times: string): string {
  const start = text.endsWith('.') ? text.slice(0, -1) : text
  return `${start} (${times} secs).`
}

/** There are many replies of the same few words. */
const quickly = onceForText((text) => ({ words: timed(text, WITHOUT_LOCK) }))

export const loginFailed = 'Authentication failed.'

export const badResponse = 'Invalid base64 in response'

export const unknownMechanism = 'Unsupported authentication mechanism.'

/** Where Dovecot sends another response code, none, or less of it. */
function codeOf({ status, code, text }: StatusResponse, { verb }: Finishing): string | undefined {
  if (text === loginFailed) return 'AUTHENTICATIONFAILED'
  if (text === badResponse || text === unknownMechanism) return 'ALERT'
  if (status !== 'NO' || code === undefined) return code
  if (code === 'CANNOT') return /^(?:Invalid mailbox name|Renaming)/.test(text) ? code : undefined
  if (code.startsWith('BADCHARSET')) return 'BADCHARSET'
  if (code === 'NONEXISTENT') return ['DELETE', 'RENAME'].includes(verb) ? code : undefined
  return code
}

function timesOf({ status }: StatusResponse, { verb, tag, argument, nonce }: Finishing): string {
  const most = status === 'OK' ? (LOCKING[verb.replace(/^UID /, '')] ?? 0) : 0
  const lock = most === 0 ? 0 : hash(`${nonce} ${tag} ${verb} ${argument}`) % (most + 1)
  return lock === 0 ? WITHOUT_LOCK : `${seconds(lock + 1)} + ${seconds(0)} + ${seconds(lock)}`
}

/** Below a second, as all of these are. */
const seconds = (milliseconds: number): string => `0.${String(milliseconds).padStart(3, '0')}`

const WITHOUT_LOCK = `${seconds(1)} + ${seconds(0)}`

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let at = 0; at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193) >>> 0
  return value
}
