import { orderedSubject } from '../data/thread/ordered-subject.ts'
import { references } from '../data/thread/references.ts'
import { printThreads, threadAlgorithms, type ThreadAlgorithm } from '../data/thread/thread.ts'
import { keysBehind } from '../search/arguments.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { asksModSeq, find } from '../search/find.ts'
import { charsetRefusal } from '../search/unknown-charset.ts'
import { defineBothForms } from '../server/both-forms.ts'
import { ok } from '../server/command.ts'
import { keyword } from '../wire/combine.ts'

const source = { rfc: 5256, section: '3' } as const

const algorithms = { ORDEREDSUBJECT: orderedSubject, REFERENCES: references } as const

const threadArguments = keysBehind<ThreadAlgorithm>(keyword(...threadAlgorithms))

export const [thread, uidThread] = defineBothForms({
  verb: 'THREAD',
  syntax: 'REFERENCES UTF-8 ALL',
  about: 'Finds messages, and groups them',
  aboutUid: 'Groups messages, and names their UIDs',
  source,
  uidSource: source,
  expunges: 'held',
  arguments: threadArguments,
  run(session, { before: algorithm, charset, key }, by, tools) {
    if (key.key === 'unknown-charset') return charsetRefusal(session, charset, 'unknown', tools)!
    const aware = asksModSeq(key) ? switchCondstoreOn(session, tools) : { session, untagged: [] }
    const threads = algorithms[algorithm](find(session, key))
    const printed = printThreads(threads, ({ seq, uid }) => (by === 'uid' ? uid : seq))
    const line = `* THREAD${printed === '' ? '' : ` ${printed}`}\r\n`
    return ok(aware.session, tools.responses.done(tools), { untagged: [...aware.untagged, line] })
  },
})
