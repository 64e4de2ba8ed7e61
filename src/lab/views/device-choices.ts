/** What a form offers for each setting of a device. */
export { settingChoices } from '../../world/devices/settings.ts'
