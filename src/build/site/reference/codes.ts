import { dnsCodes, dnsCodesSource } from '../../../lab/views/dns-codes.ts'
import {
  imapResponseCodes,
  pop3ResponseCodes,
  type ResponseCode,
} from '../../../lab/views/response-codes.ts'
import { FIRST_DIGIT, SECOND_DIGIT, smtpCodes } from '../../../lab/views/smtp-codes.ts'
import { statusWords } from '../../../lab/views/status-words.ts'
import { CLASSES, SUBJECTS } from '../../../lab/views/wire-card.ts'
import { statusDetails } from '../../../message/dsn/status.ts'
import type { SiteWords } from '../words/load-words.ts'
import type { ReferenceEntry, ReferenceGroup } from './group.ts'
import { receiverCodes } from './receiver-codes.ts'

type CodeWords = SiteWords['reference']['codes']

/** All codes that servers answer with. */
export const codes = (words: CodeWords): ReferenceGroup[] => [
  smtp(words),
  digits(words, 'first', FIRST_DIGIT),
  digits(words, 'second', SECOND_DIGIT),
  enhanced(words),
  {
    ...{ id: 'receivers', title: words.receivers, about: words.receiversAbout },
    entries: receiverCodes,
  },
  answers('imap', words.imap),
  bracketed('imap', words.imapCodes, words.imapCodesAbout, imapResponseCodes),
  answers('pop3', words.pop3),
  bracketed('pop3', words.pop3Codes, words.pop3CodesAbout, pop3ResponseCodes),
  {
    ...{ id: 'dns', title: words.dns, about: words.dnsAbout },
    entries: dnsCodes.map(({ name, number, meaning, next }) => ({
      ...{ id: `dns-${name.toLowerCase()}`, name, look: 'code', text: meaning, next },
      ...{ also: [String(number)], source: dnsCodesSource },
    })),
  },
]

const smtp = ({ smtp: title, smtpAbout: about }: CodeWords): ReferenceGroup => ({
  ...{ id: 'smtp', title, about },
  entries: Object.entries(smtpCodes).map(([code, { meaning, next, source }]) => ({
    ...{ id: `smtp-${code}`, name: code, look: 'code', text: meaning, next, source },
  })),
})

const digits = (
  words: CodeWords,
  at: 'first' | 'second',
  meanings: Readonly<Record<string, string>>,
): ReferenceGroup => ({
  ...{ id: `smtp-${at}`, title: words[at] },
  entries: Object.entries(meanings).map(([digit, text]) => ({
    ...{ id: `smtp-${at}-${digit}`, name: words.digit(digit, at), look: 'code' },
    ...{ text: sentence(text), source: { rfc: 5321, section: '4.2.1' } },
  })),
})

function enhanced({ enhanced: title, enhancedAbout: about }: CodeWords): ReferenceGroup {
  const outcomes = Object.entries(CLASSES).map(([digit, text]): ReferenceEntry => ({
    ...{ id: `status-class-${digit}`, name: `${digit}.x.x`, look: 'code' },
    ...{ text: sentence(text), source: { rfc: 3463, section: '2' } },
  }))
  const details = statusDetails.map(({ detail, text, source }): ReferenceEntry => ({
    ...{ id: `status-${detail.replace('.', '-')}`, name: `x.${detail}`, look: 'code' },
    ...{ text, source, also: Object.keys(CLASSES).map((digit) => `${digit}.${detail}`) },
  }))
  const subjects = Object.entries(SUBJECTS).map(([digit, text]): ReferenceEntry => ({
    ...{ id: `status-subject-${digit}`, name: `x.${digit}.x`, look: 'code' },
    ...{ text: sentence(text), source: { rfc: 3463, section: '2' } },
  }))
  return { id: 'status', title, about, entries: [...outcomes, ...subjects, ...details] }
}

const answers = (protocol: 'imap' | 'pop3', title: string): ReferenceGroup => ({
  ...{ id: protocol, title },
  entries: Object.entries(statusWords[protocol]).map(([word, { meaning, next, source }]) => ({
    ...{ id: `${protocol}-${anchorOf(word)}`, name: word, look: 'code', text: meaning },
    ...(next && { next }),
    ...(source && { source }),
  })),
})

const bracketed = (
  protocol: 'imap' | 'pop3',
  title: string,
  about: string,
  known: readonly ResponseCode[],
): ReferenceGroup => ({
  ...{ id: `${protocol}-codes`, title, about },
  entries: known.map(({ code, meaning, source }) => ({
    ...{ id: `${protocol}-code-${anchorOf(code)}`, name: `[${code}]`, look: 'code' },
    ...{ text: meaning, source },
  })),
})

/** `+OK` and `+` have anchors of their own. */
const anchorOf = (word: string): string =>
  word.toLowerCase().replace('+', 'plus').replaceAll('/', '-').replace(/^-/, '')

const sentence = (text: string): string => `${text[0]!.toUpperCase()}${text.slice(1)}.`
