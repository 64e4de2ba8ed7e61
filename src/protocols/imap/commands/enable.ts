import { defineCommand, ok, type Command } from '../server/command.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { offers } from '../server/capabilities.ts'
import { loggedIn, type Extension } from '../server/session.ts'
import { several } from '../wire/combine.ts'
import { atom } from '../wire/strings.ts'

const known: readonly Extension[] = ['IMAP4rev2', 'CONDSTORE', 'QRESYNC', 'UTF8=ACCEPT']

const capabilityNames = several(atom)

export const enable: Command = defineCommand({
  verb: 'ENABLE',
  syntax: 'ENABLE CONDSTORE',
  about: 'Switches on what would surprise older clients',
  source: { rfc: 9051, section: '6.3.1' },
  allowedIn: loggedIn,
  arguments: capabilityNames,
  run(session, asked, tools) {
    const wanted = known.filter(
      (name) =>
        offers(session.host, name) &&
        asked.some((typed) => typed.toUpperCase() === name.toUpperCase()),
    )
    // What is on already, or unknown, is not named (RFC 5161 §3.1).
    const fresh = wanted.filter((name) => !session.enabled.has(name))
    // QRESYNC includes CONDSTORE (RFC 7162 §3.2.3).
    const aware = wanted.some((name) => name === 'CONDSTORE' || name === 'QRESYNC')
      ? switchCondstoreOn(session, tools)
      : { session, untagged: [] }
    const enabled = new Set([...aware.session.enabled, ...fresh])
    const named = tools.policies.enabled === 'news' ? fresh : wanted
    const line = `* ENABLED${named.map((name) => ` ${name}`).join('')}\r\n`
    const isSilent = named.length === 0 && tools.policies.enabled === 'all-asked-for'
    return ok({ ...aware.session, enabled }, tools.responses.enabled(tools), {
      untagged: isSilent ? aware.untagged : [...aware.untagged, line],
    })
  },
})
