import { documentFile } from '../../core/document-name.ts'
import { hostBySettings } from '../../world/settings/documents.ts'
import { readFields, settingFields } from '../../world/settings/fields.ts'
import type { HostSettings, HostSettingsAsked } from '../own-world/host-settings.ts'
import type { Question } from './question.ts'

/** The settings of a host as fields of a form, and the host that a form makes of it. */
export const hostSettings: Question<HostSettingsAsked, HostSettings> = {
  answer({ host: given, text, values }) {
    const { name } = given
    const kind = 'settings' as const
    const document = { kind, name, file: documentFile({ kind, name }), text: text ?? '' }
    const base = text === undefined ? given : hostBySettings(given, { ...document, editable: true })
    const { host, notes, isSound } = readFields(base, values)
    return { host, groups: settingFields(host), notes, isSound }
  },
}
