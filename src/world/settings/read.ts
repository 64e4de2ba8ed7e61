import type { Diagnostic } from '../../core/diagnostic.ts'
import { fix } from '../../core/diagnostic.ts'
import { span } from '../../core/span.ts'
import { nearest } from '../../core/text/edit-distance.ts'
import { hostProblems } from '../spec/host-problems.ts'
import type { HostSpec } from '../spec.ts'
import { allSettings, settingNamed } from './all-settings.ts'
import { cautions } from './cautions.ts'
import { toDiagnostic, type SettingsFinding } from './finding.ts'
import { settingGroups } from './groups/index.ts'
import type { Setting } from './setting.ts'
import type { WrittenSetting } from './written.ts'
import { parseSettings, settingsLimits, type Entry, type SettingsTree } from './tree.ts'

/** What a settings text comes to on a host. */
export interface SettingsReading {
  /** The host with these settings: what is not written is as by default. */
  readonly host: HostSpec
  /** In the text's order. */
  readonly diagnostics: readonly Diagnostic[]
  /** Whether none of them is an error, so that the host may work by these settings. */
  readonly isSound: boolean
}

/**
 * Reads the settings of a host. Never throws.
 * @param base The host, whose keys, services and addresses stay.
 * @param file The name of the text, for its findings.
 */
export function readSettings(base: HostSpec, text: string, file: string): SettingsReading {
  const tree = parseSettings(text)
  const found: { readonly finding: SettingsFinding; readonly setting?: Setting }[] = []
  const report = (finding: SettingsFinding, setting?: Setting): void =>
    void found.push({ finding, ...(setting && { setting }) })
  reportStray(tree, report)
  const written = readEntries(tree, base, report)
  const host = applySettings(base, written)
  for (const finding of misfits(host, written)) report(finding)
  for (const { finding, setting } of cautions(host, written)) report(finding, setting)
  const diagnose = toDiagnostic(file)
  const diagnostics = found
    .map(({ finding, setting }) => diagnose(finding, setting))
    .toSorted((a, b) => a.span.from - b.span.from)
  return { host, diagnostics, isSound: diagnostics.every(({ severity }) => severity !== 'error') }
}

type Report = (finding: SettingsFinding, setting?: Setting) => void

function reportStray({ stray, unread }: SettingsTree, report: Report): void {
  for (const { kind, line } of stray) {
    const [name = '', ...rest] = line.text.split(/\s+/)
    const isSetting = kind === 'no-equals' && settingNamed(name) !== undefined
    const written = `${name} = ${rest.join(' ')}`.trimEnd()
    report({
      code: 'settings/syntax',
      span: line.span,
      message:
        kind === 'indented'
          ? 'This line is indented, and so goes on with a setting above it: there is none.'
          : kind === 'no-name'
            ? 'A name is missing before the equals sign.'
            : 'This is no setting: an equals sign is missing.',
      fixes: [
        ...(isSetting ? [fix(`Write \`${written}\``, line.span, written)] : []),
        fix('Make it a comment', span(line.span.from, line.span.from), '# '),
      ],
    })
  }
  if (unread)
    report({
      code: 'settings/syntax',
      span: unread,
      message: `This text is longer than ${settingsLimits.lines} lines or ${settingsLimits.characters} characters: the rest is not read.`,
    })
}

function readEntries(tree: SettingsTree, base: HostSpec, report: Report): WrittenSetting[] {
  const written = new Map<string, WrittenSetting>()
  for (const entry of tree.entries) {
    const { text: name, span: where } = entry.name
    const setting = settingNamed(name)
    if (!setting) reportUnknown(entry, base, report)
    else if (!setting.isFor(base))
      report(
        {
          code: 'settings/no-effect',
          span: where,
          message: `\`${name}\` has no effect: this host has no such service.`,
          fixes: [removal(tree, entry)],
        },
        setting,
      )
    else if (written.has(name))
      report(
        {
          code: 'settings/twice',
          span: where,
          message: `\`${name}\` stands here a second time.`,
          fixes: [removal(tree, entry)],
        },
        setting,
      )
    else {
      const data = setting.type.read(entry.value, (problem) =>
        report({ code: 'settings/value', ...problem }, setting),
      )
      written.set(name, { entry, setting, data })
    }
  }
  return [...written.values()]
}

function reportUnknown({ name: { text, span: where } }: Entry, base: HostSpec, report: Report) {
  const names = allSettings.filter((one) => one.isFor(base)).map(({ name }) => name)
  const meant = nearest(text.replaceAll('-', '_'), names)
  report({
    code: 'settings/unknown-name',
    span: where,
    message: `No setting is called \`${text}\`.${meant ? ` Is it \`${meant}\`?` : ''}`,
    ...(meant && { fixes: [fix(`Write \`${meant}\``, where, meant)] }),
  })
}

/** Takes out a setting with its line's end. */
function removal({ text }: SettingsTree, { whole }: Entry) {
  const to = text[whole.to] === '\n' ? whole.to + 1 : whole.to
  return fix('Remove it', span(whole.from, to), '')
}

/** The host with what is written, and else the defaults, or what it had. */
function applySettings(base: HostSpec, written: readonly WrittenSetting[]): HostSpec {
  const values = new Map(written.map(({ setting, data }) => [setting.name, data]))
  let host = base
  for (const { settings, finish, staysUnwritten } of settingGroups) {
    if (staysUnwritten && !settings.some(({ name }) => values.has(name))) continue
    for (const one of settings)
      if (one.isFor(base) && !(one.staysUnwritten && !values.has(one.name)))
        host = one.set(host, values.get(one.name) ?? one.default)
    host = finish?.(host) ?? host
  }
  return host
}

/** What of a host's parts does not fit together, at the setting that it is about. */
function* misfits(host: HostSpec, written: readonly WrittenSetting[]): Generator<SettingsFinding> {
  for (const { at, message } of hostProblems(host)) {
    const name = SETTING_AT[at.slice(0, 2).join('.')] ?? SETTING_AT[String(at[0])]
    const found = written.find(({ setting }) => setting.name === name)
    if (!found) {
      if (isKept(name)) yield againstKept(message, written)
      continue
    }
    const row = typeof at[1] === 'number' ? found.entry.value.lines[at[1]] : undefined
    const span = row?.span ?? found.entry.value.span
    yield { code: 'settings/does-not-fit', span, message: inSettings(message) }
  }
}

/** Whether a setting that is not written leaves what the host has. */
const isKept = (name: string | undefined): boolean =>
  settingGroups.some(
    ({ settings, staysUnwritten }) => staysUnwritten && settings.some((one) => one.name === name),
  )

/** What the host has of its own does not fit what is written, or what is left out: at the line that it hangs on. */
function againstKept(message: string, written: readonly WrittenSetting[]): SettingsFinding {
  const cause = message.includes('`smtp.authenticates`') ? 'authenticate' : 'domains'
  const found = written.find(({ setting }) => setting.name === cause)
  const where = found?.entry.value.span ?? span(0, 0)
  return { code: 'settings/does-not-fit', span: where, message: inSettings(message) }
}

/** Where the spec of a host says what a setting does. */
const SETTING_AT: Readonly<Record<string, string>> = {
  aliases: 'aliases',
  lists: 'lists',
  'submission.tenants': 'tenant_return_paths',
  'sending.complaintsTo': 'complaints_to',
  'smtp.filters': 'filters',
  'smtp.bimi': 'bimi',
  'reports.dmarc': 'report_dmarc',
  'reports.failures': 'report_failures',
  'forwarding.seal': 'forwarding_seal',
}

/** The sentences of a spec name its keys; here they have other names. */
const inSettings = (message: string): string =>
  message
    .replaceAll('`smtp.domains`', '`domains`')
    .replaceAll('set `smtp.authenticates`', 'write `authenticate = yes`')
    .replace('add one to `keys`', 'this host has none')
