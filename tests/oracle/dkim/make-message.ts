import type { Dice } from '../dice.ts'

/** A message of odd but well-formed parts: folds, white space, repeated names, octets over 127. */
export function makeMessage(dice: Dice): string {
  const fields = dice.shuffle([
    `${spell(dice, 'From')}:${value(dice, 'Ann Example <ann@example.org>')}`,
    ...dice.some(OTHERS, 0.6).map(([name, text]) => `${spell(dice, name)}:${value(dice, text)}`),
    ...(dice.chance(0.2) ? ['Subject: a second one', 'X-Odd:', 'X-Odd:   '] : []),
    ...dice.times(
      dice.int(0, 3),
      (hop) => `Received: from hop${hop} by mx; Thu, 1 Jan 2026 0${hop}:00:00 +0000`,
    ),
  ])
  return `${fields.join('\r\n')}\r\n${makeBody(dice)}`
}

const OTHERS: readonly (readonly [name: string, text: string])[] = [
  ['To', 'Bob <bob@example.com>, "Carol, C." <carol@example.net>'],
  ['Cc', 'dave@example.com'],
  ['Subject', 'Hello World'],
  ['Subject', '=?utf-8?q?gr=C3=BC=C3=9Fe?= an alle'],
  ['Date', 'Thu, 1 Jan 2026 00:00:00 +0000'],
  ['Message-ID', '<4711.a@example.org>'],
  ['MIME-Version', '1.0'],
  ['Content-Type', 'text/plain; charset="utf-8"; format=flowed'],
  ['X-Latin', 'caf\u00e9 cr\u00e8me'],
  ['X-Utf8', 'gr\u00c3\u00bc\u00c3\u009fe'],
  ['X-Long', 'word '.repeat(40)],
  ['X-Colon', 'a:b:c;d=e'],
  ['List-Unsubscribe', '<https://example.org/u?x=1>, <mailto:u@example.org>'],
]

const spell = (dice: Dice, name: string): string =>
  dice.weigh([
    [6, name],
    [1, name.toLowerCase()],
    [1, name.toUpperCase()],
  ])

/** The words of a value with white space and folds between and around them. */
function value(dice: Dice, text: string): string {
  const words = text.trim().split(' ')
  const between = words.map((word, index) =>
    index === words.length - 1 ? word : word + dice.weigh(GAPS),
  )
  return dice.weigh(STARTS) + between.join('') + dice.weigh(ENDS)
}

const GAPS: readonly (readonly [number, string])[] = [
  [8, ' '],
  [1, '  '],
  [1, '\t'],
  [1, '\r\n '],
  [1, '\r\n\t'],
  [1, ' \r\n   '],
]
const STARTS: readonly (readonly [number, string])[] = [
  [8, ' '],
  [1, ''],
  [1, '\t'],
  [1, '   '],
  [1, '\r\n '],
]
const ENDS: readonly (readonly [number, string])[] = [
  [8, ''],
  [1, ' '],
  [1, '\t '],
  [1, '\r\n '],
]

/** With the empty line before it; now and then there is no body at all. */
function makeBody(dice: Dice): string {
  if (dice.chance(0.05)) return '\r\n'
  const lines = dice.times(dice.int(1, 8), () => dice.weigh(LINES))
  const end = dice.weigh<string>([
    [6, '\r\n'],
    [2, '\r\n\r\n\r\n'],
    [1, ''],
    [1, '\r\n \r\n\t\r\n'],
    [1, ' '],
  ])
  return `\r\n${lines.join('\r\n')}${end}`
}

const LINES: readonly (readonly [number, string])[] = [
  [5, 'Plain words in a line.'],
  [2, 'Space at the end '],
  [1, 'Tab at the end\t'],
  [2, 'Two  spaces\tand a tab'],
  [1, ' indented'],
  [2, ''],
  [1, '   '],
  [1, '.'],
  [1, '..dots'],
  [1, 'caf\u00e9 \u00ff\u0080'],
  [1, `${'long '.repeat(80)}`],
  [1, '--=_boundary'],
  [1, 'From here on'],
]
