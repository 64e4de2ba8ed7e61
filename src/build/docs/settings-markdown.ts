import { sectionLabel, sectionUrl } from '../../core/section.ts'
import { defaultText } from '../../lab/language/settings/hover.ts'
import { settingsCodes } from '../../world/settings/finding.ts'
import { settingGroups } from '../../world/settings/groups/index.ts'
import type { Setting, SettingGroup } from '../../world/settings/setting.ts'

const cell = (text: string): string => text.replaceAll('|', '\\|')

const row = (one: Setting): string => {
  const { name, about, type, source } = one
  const section = source ? `[${sectionLabel(source)}](${sectionUrl(source)})` : ''
  const words = (type.offers ?? [])
    .filter(({ word }) => word !== 'yes' && word !== 'no')
    .map(({ word, meaning }) => `\`${word}\`: ${meaning}`)
  const value = words.length ? `${type.syntax}. ${words.join(' ')}` : type.syntax
  return `| \`${name}\` | ${cell(value)} | ${cell(defaultText(one))} | ${cell(about)} ${section} |`
}

/** Of a group that texts from before do not know. */
const STAYS = `
Where none of these lines is written, what the host has of this stays; an empty table takes it away.
`

const section = ({ title, settings, staysUnwritten }: SettingGroup): string => `## ${title}
${staysUnwritten ? STAYS : ''}
| name | value | by default | what it does |
| --- | --- | --- | --- |
${settings.map(row).join('\n')}
`

const findings = Object.entries(settingsCodes)
  .map(([code, { severity, why }]) => `| \`${code}\` | ${severity} | ${why} |`)
  .join('\n')

/** docs/settings.md */
export const settingsReference = (): string => `# Settings of a host

The settings of a host are a text, in the manner of Postfix’s \`main.cf\`: a line \`name = value\` each. A line
that begins with white space goes on with the value above it, and one that begins with \`#\` is a comment. A
list has commas or white space between its entries; a table has a line an entry, \`key: value\`. What is not
written is as by default. A text without an error is in force at once, from the next session on; with one, the
last good settings stay.

\`\`\`
# Who may send through this host
relay_networks = 192.0.2.0/24, 2001:db8:7::/64
aliases =
    sales@example.org: alice@example.org, bob@example.net
retry_after = 30m, 30m, 2h
\`\`\`

In a lesson they are \`settings/<host>.conf\`. Named in \`editable\`, as \`mail.example.org.conf\`, the learner may
change them; without a file of that name they are printed from the host. A solution or an attempt has them
beside its zones, and \`Z: mail.example.org.conf\` puts them in place. The goal
[\`setting\`](conditions.md#setting) asks what they come to.

${settingGroups.map(section).join('\n')}
## What is found in them

| code | severity | why |
| --- | --- | --- |
${findings}
`
