import { indicatorProblem } from '../../auth/bimi/indicator.ts'
import { parseResults } from '../../auth/results/parse.ts'
import { decodeBase64, encodeBase64 } from '../../core/base64.ts'
import { asCharacters, fromUtf8, utf8 } from '../../core/bytes.ts'
import { fieldNamed } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'

/** Why a mail program shows no logo, as the results of BIMI say it. */
export const noLogoReasons = ['skipped', 'none', 'declined', 'fail', 'temperror'] as const

/** What a mail program makes of the logo that the receiving host looked for. */
export type ShownLogo =
  | {
      readonly kind: 'shown'
      /** Whose logo it is. */
      readonly domain: string
      /** SVG Tiny PS in base64: it was checked, and leads nowhere. */
      readonly svg: string
    }
  | { readonly kind: 'not shown'; readonly because: (typeof noLogoReasons)[number] }

/**
 * The logo as the host that delivered states it: in its own Authentication-Results, the topmost, and in the field
 * `BIMI-Indicator`, which a receiver removes from what comes in (draft-brand-indicators-for-message-identification §7.7).
 * A logo is looked at once more before it is shown. Only for a message that a host has judged: else its sender wrote it.
 * @returns `undefined` where the host looked for none.
 */
export function shownLogo(message: Message): ShownLogo | undefined {
  const results = fieldNamed(message, 'Authentication-Results')
  const stated =
    results &&
    parseResults(asCharacters(results.value)).results.find(
      ({ method }) => method.text.toLowerCase() === 'bimi',
    )
  if (!stated) return undefined
  const result = stated.result.text.toLowerCase()
  if (result !== 'pass')
    return {
      kind: 'not shown',
      because: noLogoReasons.find((reason) => reason === result) ?? 'fail',
    }
  const svg = indicatorOf(message)
  if (svg === undefined || indicatorProblem(svg)) return { kind: 'not shown', because: 'fail' }
  const domain = stated.properties.find(
    ({ ptype, property }) => ptype.text === 'header' && property.text === 'd',
  )
  return { kind: 'shown', domain: domain?.value.text ?? '', svg: encodeBase64(utf8(svg)) }
}

function indicatorOf(message: Message): string | undefined {
  const field = fieldNamed(message, 'BIMI-Indicator')
  const read = field && decodeBase64(asCharacters(field.value).replace(/\s+/g, ''))
  return read?.ok ? fromUtf8(read.bytes) : undefined
}
