import type { LinkedSender } from '../../../lab/link/link.ts'

/** Senders that a widget judges: a limit of ours. */
const MOST = 8

/**
 * The senders of an attribute: `203.0.113.5 alice@example.org`, several parted by commas.
 * @returns Undefined where it is none. What an address may be is judged later.
 */
export function readSenders(value: string): readonly LinkedSender[] | undefined {
  const all = value
    .split(/[,\n]/)
    .map((one) => one.trim())
    .filter(Boolean)
  const senders = all.map((one) => {
    const [ip = '', mailFrom = '', ...more] = one.split(/\s+/)
    return more.length === 0 && mailFrom ? { ip, mailFrom } : undefined
  })
  return senders.length > 0 && senders.length <= MOST && senders.every((one) => one !== undefined)
    ? senders
    : undefined
}
