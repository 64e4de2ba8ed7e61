import { settingNamed } from '../../world/settings/all-settings.ts'
import { valueText } from '../../world/settings/print.ts'
import { readSettings } from '../../world/settings/read.ts'
import type { DocumentKind } from './kind.ts'

/** The settings of a host: a sound text counts at once, from the next session on. */
export const settings: DocumentKind = {
  open(spec, world) {
    const { kind, name, file } = spec
    const base = world.hosts.find((host) => host.name === name)
    let { text } = spec
    let diagnostics = take()

    function take() {
      if (!base) return []
      const reading = readSettings(base, text, file)
      if (reading.isSound) world.setHost(reading.host)
      return reading.diagnostics
    }

    return {
      ...{ kind, name },
      get text() {
        return text
      },
      get diagnostics() {
        return diagnostics
      },
      edit(now) {
        text = now
        diagnostics = take()
      },
      value(asked) {
        const found = settingNamed(asked)
        const host = world.hosts.find((one) => one.name === name)
        return found && host && valueText(found, host)
      },
    }
  },
}
