import { defineRule } from '../../../core/rule.ts'
import { addField } from '../edits.ts'
import { fieldNamed } from '../../../message/field.ts'
import { type FormatSubject, valuePlace } from '../subject.ts'
import { writeMailbox } from '../../../message/write-addresses.ts'

export const senderMissing = defineRule<FormatSubject>({
  code: 'message/sender-missing',
  severity: 'error',
  source: { rfc: 5322, section: '3.6.2' },
  why: 'Several people can write a message, but one sends it: with several authors `Sender` names that person.',
  bad: ['From: «ann@example.org, bob@example.org»\n\nHi\n'],
  good: [
    'From: ann@example.org, bob@example.org\nSender: ann@example.org\n\nHi\n',
    'From: ann@@example.org\n\nHi\n',
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\n\nHi\n',
  ],
  *check({ message, addresses }) {
    if (fieldNamed(message, 'Sender')) return
    const from = addresses.find(({ field }) => field.lower === 'from')
    const [first, second] = from?.list.mailboxes ?? []
    // Where one cannot be read, their number is not known.
    if (!from || !first || !second || from.list.problems.length) return
    yield {
      span: valuePlace(message, from.field),
      message: `\`From\` names ${from.list.mailboxes.length} authors, and no \`Sender\` names which of them sent it.`,
      fixes: from.list.mailboxes
        .filter(({ domain }) => domain !== '')
        .slice(0, 2)
        .map((one) => addField(message, `Sender: ${writeMailbox(one)}`)),
    }
  },
})
