import { addToList } from './list-edit.ts'
import {
  imapCommandText,
  imapTranscript,
  pop3CommandText,
  pop3Transcript,
  shellCommandText,
  smtpCommandText,
  smtpTranscript,
} from './command-text.ts'
import { camelCase, isFree, readAreaName } from './names.ts'
import { refuse, type Plan, type Project, type Refusal } from './plan.ts'

interface Area {
  readonly folder: string
  /** The command's own file, and what shows that it works. */
  files(project: Project, name: string): Plan['files']
  next(project: Project, name: string): readonly string[]
}

const known = 'src/protocols/smtp/commands/not-offered.ts'

const commandAreas: Readonly<Record<string, Area>> = {
  imap: mailboxArea('imap', imapCommandText, imapTranscript),
  pop3: mailboxArea('pop3', pop3CommandText, pop3Transcript),
  shell: {
    folder: 'src/shell/commands',
    files: (_, name) => [
      { path: `src/shell/commands/${name}.ts`, text: shellCommandText(name, camelCase(name)) },
    ],
    next: (_, name) => [
      `Write what ${name} does and its page in src/shell/commands/${name}.ts.`,
      'Show what it prints in src/shell/commands/commands.test.ts, then: npm run test:unit',
    ],
  },
  smtp: {
    folder: 'src/protocols/smtp/commands',
    files: (project, name) => [
      {
        path: `src/protocols/smtp/commands/${name}.ts`,
        text: smtpCommandText(name, camelCase(name)),
      },
      { path: transcriptPath(project, 'smtp', name), text: smtpTranscript(name) },
    ],
    next: (project, name) => [
      ...(isKnown(project, name) ? [`Take its line out of ${known}: that one still answers.`] : []),
      `Write what ${name.toUpperCase()} does and replies in src/protocols/smtp/commands/${name}.ts.`,
      `Write the session in ${transcriptPath(project, 'smtp', name)}.`,
      'Then: npm run docs:commands && npm run test:unit',
    ],
  },
}

/** Plans a command of the terminal or of a protocol. */
export function planCommand(project: Project, typed: string | undefined): Plan | Refusal {
  const read = readAreaName(typed, 'shell/whois')
  if (!read.ok) return read
  const { area: areaName, name } = read
  const area = commandAreas[areaName]
  if (!area) {
    const all = Object.keys(commandAreas).join(', ')
    return refuse(`There are no commands of "${areaName}". There are: ${all}.`)
  }
  const path = `${area.folder}/${name}.ts`
  if (project.exists(path)) return refuse(`There is a command ${name} already: ${path}`)
  if (project.known.verbs[areaName]?.includes(name.toUpperCase()) && !isKnown(project, name))
    return refuse(`${name.toUpperCase()} is a command of ${areaName} already, in another file.`)
  if (!isFree(name))
    return refuse(`"${name}" cannot be the name of a command: it means something else.`)
  const listPath = `${area.folder}/index.ts`
  const grown = project.exists(listPath)
    ? addToList(project.read(listPath), camelCase(name), `${name}.ts`)
    : undefined
  if (!grown) return refuse(`${listPath} holds no list that a line could join.`)
  return {
    ok: true,
    files: [...area.files(project, name), { path: listPath, text: grown }],
    next: area.next(project, name),
  }
}

type Text = (name: string, identifier: string) => string

/** Protocols by which mail is fetched: a command that works at once, to be changed into another. */
function mailboxArea(protocol: string, command: Text, transcript: (name: string) => string): Area {
  const folder = `src/protocols/${protocol}/commands`
  const pathOf = (name: string): string => `${folder}/${name}.ts`
  return {
    folder,
    files: (project, name) => [
      { path: pathOf(name), text: command(name, camelCase(name)) },
      { path: transcriptPath(project, protocol, name), text: transcript(name) },
    ],
    next: (project, name) => [
      `Write what ${name.toUpperCase()} does in ${pathOf(name)}; what the server replies goes into personalities/.`,
      `Write the session in ${transcriptPath(project, protocol, name)}, then: npm run test:unit`,
    ],
  }
}

/** The next free number, as wide as the others. */
function transcriptPath(project: Project, protocol: string, name: string): string {
  const folder = `tests/transcripts/${protocol}`
  const numbers = project.list(folder).map((file) => Number.parseInt(file, 10) || 0)
  const width = protocol === 'imap' ? 3 : 2
  const next = String(Math.max(0, ...numbers) + 1).padStart(width, '0')
  return `${folder}/${next}-${name}.txt`
}

function isKnown(project: Project, name: string): boolean {
  return project.exists(known) && project.read(known).includes(`'${name.toUpperCase()}'`)
}
