import type { CommandFacts } from '../../shared/command-facts.ts'
import type { Parser } from '../wire/reader.ts'
import { defineCommand, type Answer, type Command, type Tools } from './command.ts'
import type { Selected } from './session.ts'

/** Whether a command names messages by number, or behind `UID` by UID (RFC 9051 §6.4.9). */
export type Naming = 'number' | 'uid'

interface BothForms<Arguments> extends CommandFacts {
  /** What follows the verb. */
  readonly syntax: string
  readonly aboutUid: string
  /** The section of the form with UID; RFC 9051 §6.4.9 by default. */
  readonly uidSource?: CommandFacts['source']
  /** Whether the reply to the form with numbers may report EXPUNGE (RFC 9051 §7.5.1). */
  readonly expunges: Command['expunges']
  readonly arguments: Parser<Arguments>
  run(session: Selected, given: Arguments, by: Naming, tools: Tools): Answer
}

/** A command in its two forms, `FETCH` and `UID FETCH`. */
export function defineBothForms<Arguments>(
  both: BothForms<Arguments>,
): readonly [byNumber: Command, byUid: Command] {
  const { verb, syntax, about, aboutUid, source, expunges } = both
  const uidSource = both.uidSource ?? { rfc: 9051, section: '6.4.9' }
  const form = (by: Naming, facts: Omit<CommandFacts, 'syntax'>): Command =>
    defineCommand({
      ...facts,
      syntax: `${facts.verb} ${syntax}`,
      allowedIn: ['selected'],
      expunges: by === 'uid' ? 'reported' : expunges,
      arguments: both.arguments,
      run: (session, given, tools) => both.run(session, given, by, tools),
    })
  return [
    form('number', { verb, about, source }),
    form('uid', { verb: `UID ${verb}`, about: aboutUid, source: uidSource }),
  ]
}
