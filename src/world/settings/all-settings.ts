import { settingGroups } from './groups/index.ts'
import type { Setting } from './setting.ts'

/** Every setting, in the order in which they are printed. */
export const allSettings: readonly Setting[] = settingGroups.flatMap(({ settings }) => settings)

const byName = new Map(allSettings.map((one) => [one.name, one]))

export const settingNamed = (name: string): Setting | undefined => byName.get(name)
