import type { Diagnostic, Fix, Severity } from '../../core/diagnostic.ts'
import type { Section } from '../../core/section.ts'
import type { Span } from '../../core/span.ts'
import type { Setting } from './setting.ts'

/** What is found in the settings of a host. */
export interface SettingsFinding {
  readonly code: SettingsCode
  readonly span: Span
  readonly message: string
  /** Where it is another than that of the code. */
  readonly severity?: Severity
  readonly fixes?: readonly Fix[]
  /** That of the setting, or of the site's own decision, by default. */
  readonly source?: Section
}

/** What a finding may be about: how bad it is, and why it matters. */
export const settingsCodes = {
  'settings/syntax': {
    severity: 'error',
    why: 'A setting is one line: its name, an equals sign and its value. An indented line goes on with the line above it, and a comment begins its own line with `#`.',
  },
  'settings/unknown-name': {
    severity: 'error',
    why: 'A server that met a name it does not know would do without it, and somebody relies on what is written.',
  },
  'settings/twice': {
    severity: 'error',
    why: 'Of two lines only one can hold, and a reader of the file may look at the other.',
  },
  'settings/value': {
    severity: 'error',
    why: 'A value that cannot be read is no value: what was set up before goes on.',
  },
  'settings/does-not-fit': {
    severity: 'error',
    why: 'Settings hang together: what one of them asks for, another must make possible.',
  },
  'settings/no-effect': {
    severity: 'warning',
    why: 'The line changes nothing here, and its author expects that it does.',
  },
  'settings/open-relay': {
    severity: 'warning',
    why: 'A host that sends for anybody is found within hours, sends spam in its own name, and is blocked soon.',
  },
  'settings/wide-network': {
    severity: 'warning',
    why: 'Everybody in a network that may relay sends in the name of this host.',
  },
  'settings/spf-refuses': {
    severity: 'warning',
    why: 'SPF fails for forwarded mail too. A refusal at MAIL comes before any signature is looked at, though DKIM would still pass.',
  },
  'settings/literal-dmarc': {
    severity: 'warning',
    why: 'Mailing lists break signatures. A receiver must not refuse a message for the domain’s `p=reject` alone.',
  },
  'settings/plaintext': {
    severity: 'warning',
    why: 'Anybody on the way reads the password, and sends as its owner from then on.',
  },
  'settings/bare-lf': {
    severity: 'warning',
    why: 'Two hosts that do not agree where a message ends let a second one be smuggled in behind it.',
  },
  'settings/backscatter': {
    severity: 'warning',
    why: 'A bounce for each made-up recipient goes to a sender who never wrote.',
  },
} as const satisfies Readonly<Record<string, { severity: Severity; why: string }>>

export type SettingsCode = keyof typeof settingsCodes

/** What a server accepts is its site's own decision (RFC 5321 §7.9). */
const SITE: Section = { rfc: 5321, section: '7.9' }

export const toDiagnostic =
  (file: string) =>
  (found: SettingsFinding, setting?: Setting): Diagnostic => {
    const { severity, why } = settingsCodes[found.code]
    return {
      code: found.code,
      messageId: found.code.slice('settings/'.length),
      severity: found.severity ?? severity,
      file,
      span: found.span,
      message: found.message,
      source: found.source ?? setting?.source ?? SITE,
      why,
      related: [],
      fixes: found.fixes ?? [],
    }
  }
