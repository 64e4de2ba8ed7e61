/** All that a lab runs on, fetched in one piece when it is needed. */
export { checkProgress } from '../../lessons/check.ts'
export { openLab } from '../../lab/open.ts'
export { webCrypto } from '../../platform/webcrypto.ts'
