import { defineCommand } from '../../../cli/command.ts'
import { timeOption } from '../../../cli/read-time.ts'

export const serve = defineCommand({
  name: 'serve',
  summary: 'puts a simulated Internet on ports of this machine, for real mail programs',
  syntax: '[options]',
  about: [
    '`helo-world` alone is `helo-world serve --brief`: the playground and the bridge, with nothing to set.',
    'Opens the DNS over UDP and TCP, and SMTP, submission, LMTP, IMAP and POP3 of every simulated host, with real TLS. It listens on 127.0.0.1 and ::1 alone. What it opens, and lines to try, is printed at the start; Ctrl-C ends it, after the transactions that are under way.',
    'A port that is busy gives the next free one. Each host that offers a service has a port of its own: the first host has the usual one, the next ones follow it.',
    'A host of a world in JSON with `"forwardTo": "127.0.0.1:2526"` stands for a real server on this machine: mail for it is sent there.',
    'The page Live edits the zones, and the DNS answers from the new text at once. Over HTTP they are files: `curl http://127.0.0.1:4173/bridge/zones/example.org.zone` reads one, and `curl -T` puts another in its place. From another machine, with `--host`, an edit takes the token that is printed. A file that was given with `--zone` is never written; when it changes it is read again.',
  ],
  options: {
    world: {
      value: 'NAME|FILE',
      text: '`sandbox` (by default), `sample`, a world of the sandbox such as `small-firm`, or a world in JSON',
    },
    zone: {
      value: '[NAME=]FILE',
      times: 'many',
      text: 'publish this zone too, or in place of its namesake',
    },
    user: {
      value: 'ADDRESS:PASSWORD',
      times: 'many',
      text: 'one more mailbox, or another password',
    },
    seed: { value: 'NUMBER', text: 'the world’s seed: ids and challenges follow from it' },
    ...timeOption,
    as: {
      value: 'HOST|ADDRESS',
      text: 'whom your programs are taken for; the world’s first host by default',
    },
    port: {
      value: 'SERVICE=NUMBER',
      times: 'many',
      text: 'the first port to try: `smtp=25`; 0 is any free one; `all=0` for every service',
    },
    host: {
      value: 'ADDRESS',
      times: 'many',
      text: 'listen here in place of the loopback addresses',
    },
    site: { value: 'FOLDER', text: 'the built playground, to be served over HTTP' },
    'read-only': { text: 'let no one edit the zones in the page Live' },
    certificate: { value: 'FILE', text: 'write the certificate of this run there, in PEM' },
    lax: { text: 'let a bare LF end a line of a message, as careless servers do' },
    brief: { text: 'print few lines, the address of the playground first' },
    json: { text: 'print each event of the world as a line of JSON' },
  },
  formats: ['text'],
  examples: [
    'helo-world serve',
    'helo-world serve --world small-firm',
    'helo-world serve --zone example.org.zone --user ann@example.org:secret --port smtp=2500',
  ],
  // What it takes is loaded only here: the other commands need none of it.
  run: async (args, io) => (await import('../../serve/run-serve.ts')).runServe(args, io),
})
