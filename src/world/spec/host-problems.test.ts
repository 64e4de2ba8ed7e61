import * as v from 'valibot'
import { expect, test } from 'vitest'
import { host } from './host.ts'

const smtp = {
  ...{ personality: 'teaching', domains: ['alumni.test'], relayFrom: [], maxSize: 1000 },
  authenticates: false,
}
const base = { name: 'mx.alumni.test', addresses: ['203.0.113.40'], smtp }
const alias = (address: string, ...to: string[]) => ({ address, to })

test.each([
  [{ aliases: [alias('bob@alumni.test', 'bob@example.net')] }, []],
  [{ aliases: [alias('*@alumni.test', 'bob@example.net')] }, []],
  [{ aliases: [alias('bob@example.org', 'b@c.test')] }, ['aliases.0.address']],
  [{ aliases: [alias('bob', 'b@c.test')] }, ['aliases.0.address']],
  [{ aliases: [alias('b*@alumni.test', 'b@c.test')] }, ['aliases.0.address']],
  [{ aliases: [alias('bob@alumni.test')] }, ['aliases.0.to']],
  [{ aliases: [alias('bob@alumni.test', 'bob')] }, ['aliases.0.to.0']],
  [
    { aliases: [alias('bob@alumni.test', 'b@c.test'), alias('Bob@alumni.test', 'b@c.test')] },
    ['aliases.1.address'],
  ],
  [{ forwarding: { sender: 'rewritten' } }, ['forwarding.sender']],
  [{ forwarding: { seal: true } }, ['forwarding.seal', 'forwarding.seal']],
  [{ forwarding: { changes: [{ kind: 'footer' }] } }, ['forwarding.changes.0.text']],
  [{ smtp: { ...smtp, filters: [{ policy: 'spf', fail: 'refuse' }] } }, []],
  [{ smtp: { ...smtp, filters: [{ policy: 'spf', fail: 'junk' }] } }, ['smtp.filters.0.policy']],
  [{ smtp: { ...smtp, filters: [{ policy: 'words' }] } }, ['smtp.filters.0.policy']],
  [{ sending: { complaintsTo: 'fbl@mailout.test' } }, ['sending.complaintsTo']],
  [{ relayThrough: { host: 'smtp.mailout.test', port: 26 } }, ['relayThrough.port']],
  [{ reports: { dmarc: 'daily', failures: true } }, ['reports.dmarc', 'reports.failures']],
  [{ smtp: { ...smtp, authenticates: true }, reports: { dmarc: 'daily' } }, []],
  [{ certificate: { names: [] } }, ['certificate.names']],
  [{ certificate: { names: ['*.alumni.test'], until: '2026-01-01T00:00:00Z' } }, []],
  [{ https: { files: [{ path: 'a', text: '' }] } }, ['https.files.0.path']],
  [{ https: { endpoints: [{ path: '/a', does: 'run' }] } }, ['https.endpoints.0.does']],
  [{ sending: { tls: 'always' } }, ['sending.tls']],
  [{ lists: [{ address: 'club@alumni.test', members: [] }] }, []],
  [{ lists: [{ address: 'club@club.test', members: [] }] }, ['lists.0.address']],
  [
    { lists: [{ address: 'club@alumni.test', members: [], unsubscribe: 'http://x.test' }] },
    ['lists.0.unsubscribe'],
  ],
])('%j has its problems at %j', (more, places) => {
  const { issues = [] } = v.safeParse(host, { ...base, ...more })
  expect(issues.map((issue) => v.getDotPath(issue))).toEqual(places)
})
