import { dial } from './dial.ts'
import { ADDRESS } from '../servers/accounts.ts'

const text = `${'Some words of a message that goes on and on, '.repeat(2).slice(0, 76)}\r\n`
const message = [
  'From: Alice <alice@example.net>',
  `To: ${ADDRESS}`,
  'Subject: A message',
  'Date: Mon, 1 Jun 2026 08:00:00 +0000',
  'Message-ID: <one@example.net>',
  '',
  text.repeat(51),
].join('\r\n')
const transaction = `MAIL FROM:<alice@example.net>\r\nRCPT TO:<${ADDRESS}>\r\nDATA\r\n${message}.\r\n`

/** Octets that are given to the socket at a time. */
const PIECE = 65_536
/** Replies to a transaction: to MAIL, RCPT, DATA and the dot. */
const REPLIES = 4

/**
 * Sends messages of 4 KB without waiting for a reply, over several connections at once.
 * @throws Where not every one of them was taken.
 */
export async function sendMessages(
  port: number,
  count: number,
  connections: number,
): Promise<void> {
  const each = count / connections
  await Promise.all(Array.from({ length: connections }, () => sendOverOne(port, each)))
}

async function sendOverOne(port: number, count: number): Promise<void> {
  const line = await dial(port)
  await line.receive(hasLine)
  await line.send('EHLO client.example.net\r\n')
  let last = ''
  await line.receive((piece) => /^250 .*\r\n$/m.test((last += piece.toString('latin1'))))
  const replies = countReplies(count * REPLIES + 1)
  const received = line.receive(replies.take)
  const all = Buffer.from(`${transaction.repeat(count)}QUIT\r\n`)
  for (let at = 0; at < all.length; at += PIECE) await line.send(all.subarray(at, at + PIECE))
  await received
  line.hangUp()
  if (replies.refused > 0) throw new Error(`${replies.refused} replies were refusals.`)
}

const hasLine = (piece: Buffer): boolean => piece.includes(10)

/** Counts lines by their first digit. */
function countReplies(wanted: number) {
  let lines = 0
  let refused = 0
  let atStart = true
  return {
    get refused() {
      return refused
    },
    take(piece: Buffer): boolean {
      for (const octet of piece) {
        if (atStart && octet >= 52) refused++
        atStart = octet === 10
        if (atStart) lines++
      }
      return lines >= wanted
    },
  }
}
