import { fix } from '../../../core/diagnostic.ts'
import { defineGroup, setting, type Setting } from '../setting.ts'
import { wordType, type WordType } from '../value-type.ts'
import { choice } from '../word-types.ts'

/** How a zone of a clock is written in a message (RFC 5322 §3.3). */
const clockZone: WordType<string> = wordType({
  syntax: 'hours and minutes east of Greenwich, as `+0200`',
  printWord: (data) => data,
  readWord({ text, span }, report) {
    if (/^[+-](?:0\d|1[0-4])[0-5]\d$/.test(text)) return text
    const meant = zoneMeant(text)
    report({
      span,
      message: `\`${text}\` is no zone of a clock: write hours and minutes east of Greenwich, as \`+0200\`.`,
      ...(meant !== undefined && { fixes: [fix(`Write \`${meant}\``, span, meant)] }),
    })
    return undefined
  },
})

/** `UTC`, `+2`, `+02:00`, `0200` as they should be; undefined of what may mean several. */
function zoneMeant(text: string): string | undefined {
  if (/^(?:utc|gmt|z)$/i.test(text)) return '+0000'
  const [, sign = '+', hours = '', minutes = '00'] =
    /^(?:utc|gmt)?([+-])?(\d\d?):?([0-5]\d)?$/i.exec(text) ?? []
  return hours !== '' && Number(hours) <= 14
    ? `${sign}${hours.padStart(2, '0')}${minutes}`
    : undefined
}

const MEANINGS = {
  teaching: 'It explains its replies, and names what is missing.',
  postfix: 'The words of Postfix.',
  dovecot: 'The words of Dovecot.',
  exchange: 'The words of Exchange.',
} as const

/** What a service may speak as: those whose words it has. */
const personality = (
  service: 'smtp' | 'submission' | 'lmtp' | 'imap' | 'pop3',
  ...others: readonly Exclude<keyof typeof MEANINGS, 'teaching'>[]
): Setting =>
  setting<string>({
    name: service === 'smtp' ? 'personality' : `${service}_personality`,
    at: `${service}.personality`,
    ...{ isKept: true, staysUnwritten: true, unset: 'as the host has it' },
    about: `Which kind of server it speaks as${PORTS[service]}: its words, and what it offers.`,
    type: choice(
      Object.fromEntries((['teaching', ...others] as const).map((one) => [one, MEANINGS[one]])),
    ),
  })

const PORTS = {
  ...{ smtp: ' on port 25', submission: ' on ports 587 and 465', lmtp: ' on port 24' },
  ...{ imap: ' by IMAP', pop3: ' by POP3' },
} as const

/** What its servers say of themselves, and of the time. */
export const wording = defineGroup({
  title: 'How its servers speak',
  settings: [
    personality('smtp', 'postfix', 'exchange'),
    personality('submission', 'postfix', 'dovecot', 'exchange'),
    personality('lmtp', 'dovecot'),
    personality('imap', 'dovecot'),
    personality('pop3', 'dovecot'),
    setting<string>({
      ...{ name: 'clock_zone', at: 'zone', type: clockZone, unset: '`+0000`' },
      about: 'The zone of its clock, in which it writes times into messages.',
      source: { rfc: 5322, section: '3.3' },
    }),
  ],
})
