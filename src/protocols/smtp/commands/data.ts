import { plainReply, reply } from '../wire/reply.ts'
import { defineCommand, go, stay, type Command } from '../server/command.ts'
import { toData } from '../server/session.ts'

/** What it replies, unless a personality has other words. */
export const dataReplies = {
  data: () => plainReply(354, 'Send the message. A line with a single dot ends it'),
  binaryData: () =>
    reply(503, '5.5.1', 'You said BODY=BINARYMIME: only BDAT can carry that, DATA cannot'),
}

export const data: Command = defineCommand({
  verb: 'DATA',
  syntax: 'DATA',
  about: 'Sends the message itself, up to a line with a single dot',
  replies: dataReplies,
  source: { rfc: 5321, section: '4.1.1.4' },
  allowedIn: ['rcpt'],
  // §3.3: 503 or 554 while no recipient was accepted. RFC 3030 §2: not among chunks.
  outOfOrder: {
    connected: 'needRcpt',
    greeted: 'needRcpt',
    mail: 'noRecipients',
    chunks: 'inChunks',
  },
  login: 'needed',
  run(session, argument, { replies }) {
    if (argument !== '') return stay(session, replies.noArgument({ command: data }))
    // RFC 3030 §3: only a chunk with a length can hold every octet.
    if (session.sender.parameters.body === 'BINARYMIME') return stay(session, replies.binaryData())
    return go(toData(session), replies.data())
  },
})
