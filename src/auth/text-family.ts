import { labelsOf } from '../core/domain.ts'
import { recordHeads, type RecordFamily, type RecordHead } from './formats/heads.ts'
import { standsNear } from './owner-pattern.ts'
import { isSpfLike } from './spf/is-spf-like.ts'
import type { OwnerPattern } from './tag-format.ts'

export type TextFamily = RecordFamily | 'spf'

const families = Object.entries(recordHeads) as [RecordFamily, RecordHead][]

/**
 * The one family that a TXT record is read as, so that one cause is reported once: by its version,
 * or by a label of its name; what is left may be SPF.
 * @returns `undefined` for a text that is not about mail.
 */
export function textFamilyOf(owner: string, text: string): TextFamily | undefined {
  const stem = versionStem(text)
  const byVersion = families.find(([, { version }]) => version.stem.toLowerCase() === stem)
  return byVersion?.[0] ?? familyByName(owner) ?? (isSpfLike(text) ? 'spf' : undefined)
}

/** The family whose records stand at the name, or near it. */
export function familyByName(owner: string): RecordFamily | undefined {
  for (const label of labelsOf(owner)) {
    const found = families.find(([, { owner: pattern }]) => lastLabel(pattern) === label)
    if (found) return found[0]
  }
  return undefined
}

const lastLabel = ({ labels }: OwnerPattern): string => labels.slice(labels.lastIndexOf('.') + 1)

const STEMS = families.map(([, { version }]) => version.stem).join('|')
const VERSION = new RegExp(String.raw`^\s*(?:"\s*)?v\s*=\s*(${STEMS})`, 'i')

const versionStem = (text: string): string | undefined => VERSION.exec(text)?.[1]?.toLowerCase()

/** Whether a text is a record of the format, or tries to be one, so that its faults are reported. */
export function attempts(format: RecordHead, owner: string, text: string): boolean {
  return standsNear(format.owner, owner)
    ? format.owner.attempt.test(text)
    : versionStem(text) === format.version.stem.toLowerCase()
}
