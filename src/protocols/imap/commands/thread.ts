import { defineCommand, ok, type Answer, type Command, type Tools } from '../server/command.ts'
import { orderedSubject } from '../data/thread/ordered-subject.ts'
import { references } from '../data/thread/references.ts'
import { printThreads, threadAlgorithms, type ThreadAlgorithm } from '../data/thread/thread.ts'
import { keysIn, type SearchArguments } from '../search/arguments.ts'
import { find } from '../search/find.ts'
import { charsetRefusal } from '../search/unknown-charset.ts'
import type { Selected } from '../server/session.ts'
import { keyword, sequence, space } from '../wire/combine.ts'
import { failed, type Parser } from '../wire/reader.ts'
import { astring } from '../wire/strings.ts'

interface ThreadArguments {
  readonly algorithm: ThreadAlgorithm
  readonly charset: string
  readonly key: SearchArguments['key']
}

const threadArguments: Parser<ThreadArguments> = (reader) => {
  const read = sequence(keyword(...threadAlgorithms), space, astring, space)(reader)
  if (read === failed) return failed
  const [algorithm, , charset] = read
  const key = keysIn(reader, charset)
  return key === failed ? failed : { algorithm, charset, key }
}

const threading = (verb: 'THREAD' | 'UID THREAD', by: 'number' | 'uid', about: string): Command =>
  defineCommand({
    verb,
    syntax: `${verb} REFERENCES UTF-8 ALL`,
    about,
    source: { rfc: 5256, section: '3' },
    allowedIn: ['selected'],
    expunges: by === 'uid' ? 'told' : 'held',
    arguments: threadArguments,
    run: (session, given, tools) => run(session, given, by, tools),
  })

export const thread: Command = threading('THREAD', 'number', 'Finds messages, and groups them')

export const uidThread: Command = threading(
  'UID THREAD',
  'uid',
  'Groups messages, and names their UIDs',
)

const algorithms = { ORDEREDSUBJECT: orderedSubject, REFERENCES: references } as const

function run(
  session: Selected,
  { algorithm, charset, key }: ThreadArguments,
  by: 'number' | 'uid',
  tools: Tools,
): Answer {
  if (key.key === 'unknown-charset') return charsetRefusal(session, charset, 'unknown', tools)!
  const threads = algorithms[algorithm](find(session, key))
  const printed = printThreads(threads, ({ seq, uid }) => (by === 'uid' ? uid : seq))
  const line = `* THREAD${printed === '' ? '' : ` ${printed}`}\r\n`
  return ok(session, tools.say.done(tools), { untagged: [line] })
}
