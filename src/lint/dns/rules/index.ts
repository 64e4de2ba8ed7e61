export { lintZone } from '../lint.ts'
export { zoneRules } from './list.ts'
