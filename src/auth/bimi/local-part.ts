import { MAX_LABEL } from '../../core/domain.ts'

/**
 * The selector that an author's local part gives (§4.5): without what follows a `+`, with `-` for
 * each run of `_` and `.`.
 * @returns `undefined` where other characters stand in it, or too many.
 */
export function localPartSelector(localPart: string): string | undefined {
  const plain = localPart
    .replace(/\+.*$/s, '')
    .replace(/[._-]+/g, (run) => (/[._]/.test(run) ? '-' : run))
    .replace(/^-+/, '')
  const end = plain.length - (/-*$/.exec(plain)?.[0].length ?? 0)
  const selector = plain.slice(0, end).toLowerCase()
  return /^[a-z0-9-]+$/.test(selector) && selector.length <= MAX_LABEL ? selector : undefined
}
