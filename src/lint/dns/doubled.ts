import { isWithin } from '../../core/domain.ts'
import { canonicalName, isAbsolute, parentName, splitName } from '../../dns/names.ts'
import { originAbove } from '../../dns/origins.ts'
import type { ZoneSubject } from './subject.ts'
import type { ZoneField, ZoneRecord } from '../../dns/zone/zone.ts'

/** Ends of names that are hardly ever meant as labels of one's own. */
const COMMON_ENDS = new Set(['com', 'net', 'org', 'edu', 'gov', 'io', 'email', 'example', 'test'])

/**
 * Whether a name looks whole but lacks its final dot, so that the origin is appended. Reported only
 * where the longer name does not exist.
 */
export function lacksFinalDot(field: ZoneField, one: ZoneRecord, subject: ZoneSubject): boolean {
  if (one.generated || field.name === undefined) return false
  if (field.text === '@' || isAbsolute(field.text) || exists(field.name, subject)) return false
  const written = canonicalName(field.text)
  if (written === field.name) return false
  return endsInOrigin(written, subject) || looksWhole(written, subject)
}

/** Whether any field of the record is such a name: rules about targets then have nothing to add. */
export const anyLacksFinalDot = (one: ZoneRecord, subject: ZoneSubject): boolean =>
  one.fields.some((field) => lacksFinalDot(field, one, subject))

/** `mail.example.com` in the zone `example.com` is `mail.example.com.example.com.` */
export const endsInOrigin = (written: string, { zone }: ZoneSubject): boolean =>
  zone.origin !== '' && isWithin(written, zone.origin)

/** Whether it ends like a name of the Internet, or in the name of another zone known. */
export function looksWhole(written: string, { origins, zone }: ZoneSubject): boolean {
  const labels = splitName(written)
  if (labels.length < 2) return false
  return isOutside(written, origins, zone.origin) || COMMON_ENDS.has(labels.at(-1)!)
}

function isOutside(written: string, origins: ReadonlySet<string>, here: string): boolean {
  for (let at = originAbove(written, origins); at; at = originAbove(parentName(at), origins))
    if (at !== here) return true
  return false
}

/** Whether there are records of the name, or below it. */
const exists = (name: string, { resolver, names }: ZoneSubject): boolean =>
  names.has(name) || resolver.query(name, 'A').status !== 'nxdomain'
