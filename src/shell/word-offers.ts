import type { Command } from './command.ts'
import { variableOf, type Session } from './session.ts'

/** The options that a command's page names: `-t`, `--to`, `+short`. */
export const optionsOf = ({ page }: Pick<Command, 'page'>): readonly string[] => [
  ...new Set(
    (page.options ?? []).flatMap(([option]) =>
      option.split(', ').flatMap((spelling) => /^[-+][^\s=…]+/.exec(spelling) ?? []),
    ),
  ),
]

/** Variables that the terminal keeps itself, with a value of their own each. */
const KEPT = ['HOME', 'HOST', 'HOSTNAME', 'LOGNAME', 'PWD', 'SHELL', 'USER']

/** `$HOME` and the like, and what was set in the session. */
export const variablesOf = (session: Session): readonly string[] =>
  [...new Set([...KEPT, ...session.variables.keys()])]
    .filter((name) => variableOf(session, name) !== '')
    .map((name) => `$${name}`)

/** Where what is completed begins within a word: behind the `@` of `bob@host`, `@server` or `@file`. */
export const behindAt = (word: string): number => word.lastIndexOf('@') + 1
