export { idMissing } from './id-missing.ts'
export { idValue } from './id-value.ts'
