import { fix } from '../../core/diagnostic.ts'
import { parseIp } from '../../core/ip.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import type { Offer, WordType } from './value-type.ts'
import { wordType } from './value-type.ts'

/** One of some words. */
export function choice<Choice extends string>(
  meanings: Readonly<Record<Choice, string>>,
): WordType<Choice> {
  const words = Object.keys(meanings) as Choice[]
  return wordType({
    syntax: either(words.map((word) => `\`${word}\``)),
    offers: words.map((word): Offer => ({ word, meaning: meanings[word] })),
    printWord: (data) => data,
    readWord({ text, span }, report) {
      const found = words.find((word) => word === text.toLowerCase())
      if (found !== undefined) return found
      const meant = nearest(text, words)
      report({
        span,
        message: `\`${text}\` is not known here: write ${either(words.map((word) => `\`${word}\``))}.`,
        ...(meant && { fixes: [fix(`Write \`${meant}\``, span, meant)] }),
      })
      return undefined
    },
  })
}

const either = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}` : words.join('')

const SAME_AS: Readonly<Record<string, 'yes' | 'no'>> = {
  ...{ on: 'yes', true: 'yes', '1': 'yes' },
  ...{ off: 'no', false: 'no', '0': 'no' },
}

export const yesNo: WordType<boolean> = wordType({
  syntax: '`yes` or `no`',
  offers: [
    { word: 'yes', meaning: 'It does.' },
    { word: 'no', meaning: 'It does not.' },
  ],
  printWord: (data) => (data ? 'yes' : 'no'),
  readWord({ text, span }, report) {
    const lower = text.toLowerCase()
    if (lower === 'yes' || lower === 'no') return lower === 'yes'
    const meant = SAME_AS[lower] ?? nearest(text, ['yes', 'no'])
    report({
      span,
      message: `\`${text}\` is neither \`yes\` nor \`no\`.`,
      ...(meant && { fixes: [fix(`Write \`${meant}\``, span, meant)] }),
    })
    return undefined
  },
})

/** A number from `least` to `most`; whole unless `decimals` are allowed. */
export const number = (
  syntax: string,
  { least, most = 1e9, decimals = 0 }: { least: number; most?: number; decimals?: number },
): WordType<number> =>
  wordType({
    syntax,
    printWord: String,
    readWord({ text, span }, report) {
      const isNumber = decimals ? /^\d{1,9}(?:\.\d{1,6})?$/ : /^\d{1,9}$/
      const found = isNumber.test(text) ? Number(text) : NaN
      if (found >= least && found <= most) return found
      report({ span, message: `\`${text}\` is no value for this: write ${syntax}.` })
      return undefined
    },
  })

export const count = number('a whole number from 1', { least: 1 })
export const countFromNone = number('a whole number from 0', { least: 0 })
export const score = number('a score from 0 to 100', { least: 0, most: 100, decimals: 1 })
export const share = number('a share from 0 to 1, as `0.003`', { least: 0, most: 1, decimals: 1 })

const UNITS = { d: 86_400, h: 3600, m: 60, s: 1 } as const

/** Ten years: a clock goes no further. */
const LONGEST = 10 * 366 * UNITS.d

/** Seconds, written with a unit. @param least The shortest that makes sense. */
export const durationFrom = (least: number): WordType<number> =>
  wordType({
    syntax: 'a time, as `30s`, `5m`, `2h` or `5d`',
    printWord(seconds) {
      const unit = (['d', 'h', 'm'] as const).find((one) => seconds % UNITS[one] === 0)
      return seconds > 0 && unit ? `${seconds / UNITS[unit]}${unit}` : `${seconds}s`
    },
    readWord({ text, span }, report) {
      const [, digits, unit = 's'] = /^(\d{1,9}(?:\.\d{1,3})?)([smhd])?$/.exec(text) ?? []
      if (digits !== undefined) {
        const seconds = Number(digits) * UNITS[unit as keyof typeof UNITS]
        if (seconds >= least && seconds <= LONGEST) return seconds
        const message =
          seconds < least
            ? `\`${text}\` is too short: \`${least}s\` at least.`
            : `\`${text}\` is longer than ten years.`
        report({ span, message })
        return undefined
      }
      const [, amount, word] = /^(\d{1,9})([a-z]+)$/i.exec(text) ?? []
      const meant = amount && word && 'smhd'.includes(word[0]!.toLowerCase())
      const written = meant ? `${amount}${word[0]!.toLowerCase()}` : ''
      report({
        span,
        message: `\`${text}\` is no time: write a number with \`s\`, \`m\`, \`h\` or \`d\`, as \`5m\`.`,
        ...(meant && { fixes: [fix(`Write \`${written}\``, span, written)] }),
      })
      return undefined
    },
  })

export const duration = durationFrom(0)

const SIZES = { G: 2 ** 30, M: 2 ** 20, K: 2 ** 10 } as const

/** Octets, written whole or with `K`, `M` or `G` (of 1024 each). */
export const size: WordType<number> = wordType({
  syntax: 'a size in octets, as `10M`',
  printWord(octets) {
    const unit = (['G', 'M', 'K'] as const).find((one) => octets % SIZES[one] === 0)
    return unit ? `${octets / SIZES[unit]}${unit}` : String(octets)
  },
  readWord({ text, span }, report) {
    const [, digits, unit] = /^(\d{1,10})([kmg])?(?:i?b)?$/i.exec(text) ?? []
    const found = Number(digits) * (unit ? SIZES[unit.toUpperCase() as keyof typeof SIZES] : 1)
    if (found >= 1 && found <= Number.MAX_SAFE_INTEGER) return found
    report({ span, message: `\`${text}\` is no size: write octets, as \`10485760\` or \`10M\`.` })
    return undefined
  },
})

const NAME = /^[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]*[a-z0-9_])?)*$/

/** A domain name in lowercase without a final dot. */
export const domainName: WordType<string> = wordType({
  syntax: 'a domain name, as `example.org`',
  printWord: (data) => data,
  readWord({ text, span }, report) {
    if (NAME.test(text) && text.length <= 253) return text
    const meant = text.toLowerCase().replace(/\.$/, '')
    const isMeant = NAME.test(meant) && meant.length <= 253
    report({
      span,
      message: `\`${text}\` is no domain name as it is written here: lowercase, without a final dot.`,
      ...(isMeant && { fixes: [fix(`Write \`${meant}\``, span, meant)] }),
    })
    return undefined
  },
})

/** An address without brackets. */
export const address: WordType<string> = wordType({
  syntax: 'an address, as `bob@example.org`',
  printWord: (data) => data,
  readWord({ text, span }, report) {
    if (/^[^@\s<>]+@[^@\s<>]+$/.test(text)) return text
    const meant = text.replace(/^<|>$/g, '')
    const isMeant = meant !== text && /^[^@\s<>]+@[^@\s<>]+$/.test(meant)
    report({
      span,
      message: `\`${text}\` is no address: write \`user@domain\`, without brackets.`,
      ...(isMeant && { fixes: [fix(`Write \`${meant}\``, span, meant)] }),
    })
    return undefined
  },
})

/** An IP address, or a network with its prefix length. */
export const network: WordType<string> = wordType({
  syntax: 'an address or a network, as `192.0.2.0/24`',
  printWord: (data) => data,
  readWord({ text, span }, report) {
    const [ip = '', bits, ...more] = text.split('/')
    const octets = parseIp(ip)
    const isLength = bits === undefined || /^\d{1,3}$/.test(bits)
    if (octets && isLength && !more.length && Number(bits ?? 0) <= octets.length * 8) return text
    const message = octets
      ? `\`/${text.slice(ip.length + 1)}\` is no prefix length: it counts from 0 to ${octets.length * 8}.`
      : `\`${text}\` is no address or network: write one as \`192.0.2.25\` or \`192.0.2.0/24\`.`
    report({ span, message })
    return undefined
  },
})

/** A word of a form; any word where none is given: a login, a password. */
export const wordOf = (syntax: string, form = /^/): WordType<string> =>
  wordType({
    syntax,
    printWord: (data) => data,
    readWord({ text, span }, report) {
      if (form.test(text)) return text
      report({ span, message: `\`${text}\` is no value for this: write ${syntax}.` })
      return undefined
    },
  })
