import { defineRule } from '../../../core/rule.ts'
import { removeField } from '../edits.ts'
import type { FormatSubject, AddressField } from '../subject.ts'

export const senderSame = defineRule<FormatSubject>({
  code: 'message/sender-same',
  severity: 'info',
  source: { rfc: 5322, section: '3.6.2' },
  why: 'Where author and sender are one, `Sender` adds nothing new, and should be left out.',
  bad: ['From: ann@example.org\n«Sender»: Ann <ann@example.org>\n\nHi\n'],
  good: [
    'From: ann@example.org\nSender: bob@example.org\n\nHi\n',
    'From: ann@example.org, bob@example.org\nSender: ann@example.org\n\nHi\n',
  ],
  *check({ addresses }) {
    const of = (name: string): AddressField | undefined =>
      addresses.find(({ field }) => field.lower === name)
    const [from, sender] = [of('from'), of('sender')]
    const [author, other] = from?.list.mailboxes ?? []
    const [agent] = sender?.list.mailboxes ?? []
    if (!sender || !author || !agent || other || author.address !== agent.address) return
    yield {
      span: sender.field.nameSpan,
      message: `\`${agent.address.slice(0, 100)}\` stands in \`From\` already.`,
      fixes: [removeField(sender.field)],
    }
  },
})
