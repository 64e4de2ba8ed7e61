import { yes, type MechanismTest } from './mechanism.ts'

/** Always matches (RFC 7208 §5.1). */
export const all: MechanismTest = {
  name: 'all',
  // eslint-disable-next-line require-yield -- it asks nothing
  *match() {
    return yes('`all` matches every client')
  },
}
