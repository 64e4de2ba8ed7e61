export { equalPreferences } from './equal-preferences.ts'
