import { createCertificate, type Certificate } from '../../../src/bridge/net/certificate.ts'
import type { Difference, Oracle, Report } from '../suite.ts'
import { startDovecot } from './dovecot.ts'
import { framingOf } from './framing.ts'
import {
  imapDifferences,
  pop3Differences,
  smtpDifferences,
  type ProtocolDifference,
} from './known.ts'
import { normalize } from './normalize.ts'
import { startOurs } from './ours.ts'
import { playSession } from './play.ts'
import { startPostfix } from './postfix.ts'
import type { RealServer } from './real-server.ts'
import { readScript, type ScriptSession } from './script.ts'

/** What was sent, and what both replied to it, without dates and ids. */
interface Replies {
  readonly typed: string
  readonly theirs: string
  readonly ours: string
}

/** A script, played against a real server and against ours in its personality; each line is a case. */
interface ProtocolOracle {
  readonly name: string
  readonly apt: string
  readonly script: string
  readonly known: readonly ProtocolDifference[]
  start(certificate: Certificate): Promise<RealServer | undefined>
}

const protocolOracle = ({ name, apt, script, known, start }: ProtocolOracle): Oracle => ({
  name: `protocols ${name}`,
  apt,
  known,
  async run() {
    const theirs = await start(await createCertificate(['mx.example.org'], Date.now()))
    if (!theirs) return undefined
    const ours = await startOurs()
    try {
      return await compare(readScript(script), theirs, ours, known)
    } finally {
      await ours.stop()
      await theirs.stop()
    }
  },
})

/** Dovecot runs beside it, so that people can log in; without one, no submission is compared. */
async function postfixWithLogins(certificate: Certificate): Promise<RealServer | undefined> {
  const dovecot = await startDovecot(certificate)
  const postfix = await startPostfix({ auth: dovecot?.auth, certificate })
  if (!postfix) await dovecot?.stop()
  return (
    postfix && {
      ...postfix,
      async stop() {
        await postfix.stop()
        await dovecot?.stop()
      },
    }
  )
}

/** Both want to be root, as their masters do. */
export const protocolOracles: readonly Oracle[] = [
  protocolOracle({
    name: 'smtp postfix',
    apt: 'postfix dovecot-imapd, and run it as root',
    script: 'smtp.txt',
    known: smtpDifferences,
    start: postfixWithLogins,
  }),
  protocolOracle({
    name: 'imap dovecot',
    apt: 'dovecot-imapd, and run it as root',
    script: 'imap.txt',
    known: imapDifferences,
    start: startDovecot,
  }),
  protocolOracle({
    name: 'pop3 dovecot',
    apt: 'dovecot-imapd dovecot-pop3d, and run it as root',
    script: 'pop3.txt',
    known: pop3Differences,
    start: startDovecot,
  }),
]

async function compare(
  sessions: readonly ScriptSession[],
  theirs: RealServer,
  ours: RealServer,
  known: readonly ProtocolDifference[],
): Promise<Report> {
  const differences: Difference[] = []
  let compared = 0
  for (const session of sessions) {
    const port = theirs.ports[session.service]
    if (port === undefined) continue
    const framing = framingOf(session.service)
    const [real, own] = await Promise.all([
      playSession(session, port, framing),
      playSession(session, ours.ports[session.service]!, framing),
    ])
    for (const [at, heard] of real.entries()) {
      const typed = session.turns[at - 1]?.typed ?? 'the greeting'
      const replies = { typed, theirs: normalize(heard), ours: normalize(own[at]!) }
      compared++
      if (replies.theirs !== replies.ours) differences.push(differenceOf(session, replies, known))
    }
  }
  return { version: theirs.version, compared, differences }
}

/** What is known is taken out of both, one thing after another, until they are the same. */
function differenceOf(
  { title }: ScriptSession,
  replies: Replies,
  known: readonly ProtocolDifference[],
): Difference {
  let { theirs, ours } = replies
  const codes: string[] = []
  for (const { code, without } of known) {
    if (theirs === ours) break
    if (without(theirs) !== theirs || without(ours) !== ours) codes.push(code)
    theirs = without(theirs)
    ours = without(ours)
  }
  return { known: theirs === ours ? codes : [], text: show(title, replies) }
}

const show = (title: string, { typed, theirs, ours }: Replies): string =>
  [`${title}: ${typed}`, ...listed('theirs', theirs), ...listed('ours', ours)].join('\n')

const listed = (who: string, text: string): string[] =>
  text.split('\n').map((line, at) => `  ${(at === 0 ? `${who}:` : '').padEnd(8)}${line}`)
