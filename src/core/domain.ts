/** Domain names as texts: absolute, in lower case, without the final dot. The root is ``. */

/** RFC 1035 §2.3.4: octets in a label, and in a name as written without its final dot. */
export const MAX_LABEL = 63
export const MAX_NAME = 253

/** Lower case (ASCII only: DNS knows no other), and no final dot. */
export function normalizeName(name: string): string {
  const lower = /[A-Z]/.test(name)
    ? name.replace(/[A-Z]/g, (character) => character.toLowerCase())
    : name
  return lower.endsWith('.') ? lower.replace(/(?<!\\)\.$/, '') : lower
}

export const labelsOf = (name: string): string[] => (name === '' ? [] : name.split('.'))

/** The name above: `example.org` for `mx.example.org`, and `` for `org`. */
export function parentOf(name: string): string {
  const dot = name.indexOf('.')
  return dot < 0 ? '' : name.slice(dot + 1)
}

/** Whether `name` is `ancestor` or below it. */
export function isWithin(name: string, ancestor: string): boolean {
  const dot = name.length - ancestor.length - 1
  if (dot < 0 || ancestor === '') return name === ancestor || ancestor === ''
  return name[dot] === '.' && name.endsWith(ancestor)
}

export const sameName = (a: string, b: string): boolean => normalizeName(a) === normalizeName(b)

/** The part of a mailbox's address behind its last `@`. */
export const domainOf = (address: string): string =>
  normalizeName(address.slice(address.lastIndexOf('@') + 1))
