import { decodeXtext, isPrintable } from '../../../message/dsn/xtext.ts'
import { span } from '../../../core/span.ts'
import type { MailParameters } from './mail.ts'
import type { RcptParameters, Notify } from './rcpt.ts'
import type { Parameter } from './read.ts'
import type { Understood } from './understand.ts'

/** What a keyword with a value means: `unknown` and `bad` are refused. */
type Meaning<Read> = (value: string, before: Read) => Partial<Read> | 'unknown' | 'bad'

type Meanings<Read> = Readonly<Record<string, Meaning<Read>>>

/** Octets that a size can count. */
const LARGEST = 2n ** 63n - 1n

const mail: Meanings<MailParameters> = {
  SIZE(value) {
    if (!/^\d+$/.test(value) || BigInt(value.slice(0, 40)) > LARGEST) return 'bad'
    return { size: Number(value) }
  },
  BODY(value) {
    const body = value.toUpperCase()
    return body === '7BIT' || body === '8BITMIME' ? { body } : 'unknown'
  },
  AUTH: () => ({}),
  RET(value, { ret: before }) {
    const ret = value.toUpperCase()
    return !before && (ret === 'FULL' || ret === 'HDRS') ? { ret } : 'bad'
  },
  ENVID(value, { envid: before }) {
    const envid = before === undefined ? decodeXtext(value) : undefined
    return envid && isPrintable(envid) ? { envid } : 'bad'
  },
}

const OCCASIONS: readonly string[] = ['SUCCESS', 'FAILURE', 'DELAY'] satisfies Notify[]

const rcpt: Meanings<RcptParameters> = {
  NOTIFY(value, { notify: before }) {
    const words = [...new Set(value.toUpperCase().split(','))]
    const isNever = words.length === 1 && words[0] === 'NEVER'
    if (before || !(isNever || words.every((word) => OCCASIONS.includes(word)))) return 'bad'
    return { notify: words as Notify[] }
  },
  ORCPT(value, { original: before }) {
    const [, type, encoded = ''] = /^([^;]+);(.*)$/.exec(value) ?? []
    const address = decodeXtext(encoded)
    if (before || type === undefined || address === undefined) return 'bad'
    return address === '' ? {} : { original: { type, address } }
  },
}

/** As a server does that asks neither what it offered nor whether a parameter stands twice. */
export const readLenientMail = (text: string, at: number): Understood<MailParameters> =>
  read(mail, text, at, { smtputf8: false })

export const readLenientRcpt = (text: string, at: number): Understood<RcptParameters> =>
  read(rcpt, text, at, {})

function read<Read extends object>(
  meanings: Meanings<Read>,
  text: string,
  at: number,
  start: Read,
): Understood<Read> {
  let known = start
  for (const { 0: typed, index } of text.slice(at).matchAll(/\S+/g)) {
    const parameter = parameterOf(typed, at + index)
    const { keyword, value } = parameter
    if ('smtputf8' in start && typed.toUpperCase() === 'SMTPUTF8') {
      known = { ...known, smtputf8: true }
      continue
    }
    const meaning =
      value === undefined ? 'unknown' : (meanings[keyword]?.(value, known) ?? 'unknown')
    if (meaning === 'unknown' || meaning === 'bad') return refused(parameter, meaning)
    known = { ...known, ...meaning }
  }
  return { ok: true, parameters: known }
}

function parameterOf(typed: string, from: number): Parameter {
  const [keyword = '', ...values] = typed.split('=')
  return {
    keyword: keyword.toUpperCase(),
    typed,
    span: span(from, from + typed.length),
    ...(values.length > 0 && { value: values.join('=') }),
  }
}

const refused = <Read>(parameter: Parameter, kind: 'unknown' | 'bad'): Understood<Read> => ({
  ok: false,
  kind,
  parameter,
  problem: { span: parameter.span, message: `\`${parameter.typed}\` is not understood` },
})
