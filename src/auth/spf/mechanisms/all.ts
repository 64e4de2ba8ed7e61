import { yes, type MechanismTest } from './mechanism.ts'

const ALWAYS = yes('`all` matches every client')

/** Always matches (RFC 7208 §5.1). */
export const all: MechanismTest = {
  name: 'all',
  match: () => ALWAYS,
}
