/** How a device reads and sends mail: what `settings` of its spec says, with what it leaves out. */
export interface DeviceSettings {
  readonly reads: 'imap' | 'pop3'
  readonly after: 'leave' | 'delete' | 'delete-later'
  readonly days: number
  readonly folders: 'all' | 'inbox'
  /** In seconds; 0: only on request. */
  readonly every: number
  readonly marks: 'reading' | 'fetching' | 'never'
  readonly sent: 'server' | 'device'
}

export const defaultSettings: DeviceSettings = {
  ...{ reads: 'imap', after: 'delete', days: 7, folders: 'all', every: 0 },
  ...{ marks: 'reading', sent: 'server' },
}

/** What a form offers for each setting; days and seconds may be others in a spec. */
export const settingChoices = {
  reads: ['imap', 'pop3'],
  after: ['leave', 'delete', 'delete-later'],
  days: [1, 7, 30],
  folders: ['all', 'inbox'],
  every: [0, 300, 900, 3600],
  marks: ['reading', 'fetching', 'never'],
  sent: ['server', 'device'],
} as const satisfies { readonly [Name in keyof DeviceSettings]: readonly DeviceSettings[Name][] }

/** Numbers that are no choice of the form, and still fit. */
const fits: Readonly<Record<string, (value: number) => boolean>> = {
  days: (value) => Number.isInteger(value) && value >= 1 && value <= 365,
  every: (value) => value === 0 || (value >= 60 && value <= 86_400),
}

/** The settings that a value names rightly; whatever else is in it counts for nothing. Never throws. */
export function readSettings(given: unknown): Partial<DeviceSettings> {
  if (typeof given !== 'object' || given === null) return {}
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => {
      if (!Object.hasOwn(settingChoices, name)) return false
      const choices: readonly unknown[] = settingChoices[name as keyof DeviceSettings]
      return choices.includes(value) || (typeof value === 'number' && fits[name]?.(value) === true)
    }),
  )
}
