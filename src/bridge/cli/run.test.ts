import { generateKeyPairSync } from 'node:crypto'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import { applyEdits } from '../../core/diagnostic.ts'
import { sealArc } from '../../library/arc.ts'
import { commands } from './commands/index.ts'
import { ran, type Files } from './testing/run-command.ts'

const zone = `$TTL 1h
@ SOA ns hostmaster 1 1d 2h 4w 1h
@ NS ns
ns A 192.0.2.53
@ MX 10 mail
mail A 192.0.2.25
@ TXT "v=spf1 ip4:192.0.2.0/24 -all"
_dmarc TXT "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.org"
`
const broken = zone.replace('-all', '-all mx')
const files: Files = {
  'outside/example.org.zone': zone.replace('-all', 'include:spf.example.net -all'),
  'example.org.zone': zone,
  'broken/example.org.zone': broken,
  '-': broken,
  'message.eml':
    'From: ann@example.org\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <a1@example.org>\n\nHi\n',
  'broken.eml': 'From: ann@example.org\nSubject: Hi\nSubject: Ho\n\nHi\n',
}
const at = ['--zone', 'example.org.zone']

interface Json {
  readonly verdict: { readonly differences: readonly { readonly body?: object }[] }
}

describe('exit codes and streams', () => {
  test.each<[number, string]>([
    [0, 'lint example.org.zone'],
    [1, 'lint broken/example.org.zone'],
    [1, 'lint - --origin example.org'],
    [1, 'lint example.org=-'],
    [0, 'lint outside/example.org.zone'],
    [1, 'lint outside/example.org.zone --closed'],
    [0, 'lint example.org.zone --advice'],
    [0, 'lint message.eml'],
    [1, 'lint example.org.zone broken.eml'],
    [2, 'lint nowhere.eml'],
    [2, 'lint -'],
    [2, 'lint nowhere.example.zone'],
    [2, 'lint'],
    [2, 'lint --origin a.example example.org.zone broken/example.org.zone'],
    [2, 'lint example.org.zone --format xml'],
    [2, 'lint example.org.zone --fromat json'],
    [0, 'check spf --ip 192.0.2.1 --from ann@example.org --zone example.org.zone'],
    [1, 'check spf --ip 198.51.100.1 --from ann@example.org --zone example.org.zone'],
    [1, 'check spf --ip 192.0.2.1 --from ann@example.org --zone broken/example.org.zone'],
    [2, 'check spf --ip 192.0.2.999 --from ann@example.org --zone example.org.zone'],
    [2, 'check spf --ip 192.0.2.1 --zone example.org.zone'],
    [2, 'check spf --ip 192.0.2.1 --from ann@example.org'],
    [2, 'check spf --ip 192.0.2.1 --from ann@example.org --dns --zone example.org.zone'],
    [1, 'check spf --ip 192.0.2.1 --from ann@example.org --dns'],
    [0, 'check mx example.org --zone example.org.zone'],
    [1, 'check mx example.net --zone example.org.zone'],
    [2, 'check mx --zone example.org.zone'],
    [2, 'check mx example.org example.net --zone example.org.zone'],
    [0, 'check dmarc example.org --zone example.org.zone'],
    [1, 'check dmarc example.net --zone example.org.zone'],
    [0, 'check dmarc example.org --from b@news.example.org --zone example.org.zone'],
    [1, 'check dmarc example.org --from b@example.net --zone example.org.zone'],
    [0, 'check dmarc example.org --ip 192.0.2.1 --from a@example.org --zone example.org.zone'],
    [1, 'check dmarc example.org --ip 198.51.100.1 --from a@example.org --zone example.org.zone'],
    [0, 'check dmarc example.org --dkim example.org --zone example.org.zone'],
    [2, 'check dmarc example.org --ip 192.0.2.1 --zone example.org.zone'],
    [2, 'check dmarc example.org --mode 1 --zone example.org.zone'],
    [1, 'check dkim s1 example.org --zone example.org.zone'],
    [2, 'check dkim s1 --zone example.org.zone'],
    [0, 'explain spf/terms-after-all'],
    [0, 'explain terms-after-all'],
    [0, 'explain spf'],
    [0, 'explain'],
    [2, 'explain spf/terms-after'],
    [2, 'explain doubled-origin'],
    [2, 'check'],
    [2, 'chekc spf'],
    [0, '--help'],
    [0, '--version'],
  ])('%i: %s', async (code, line) => {
    const { out, err, ...run } = await ran(line.split(' '), files)
    expect({ code: run.code, output: `${out}${err}` }).toMatchObject({ code })
    // Standard error reports what went wrong, and only that.
    expect(code === 2 ? out : err).toBe('')
    expect(code === 2 ? err : out).toMatch(/\n$/)
    if (code === 2) expect(err).toMatch(/^helo-world: /)
  })

  test.each([
    ['chekc spf', 'Did you mean `check spf`?'],
    ['check dkmi', 'Did you mean `check dkim`?'],
    ['frobnicate', 'There are `lint`'],
    ['explain spf/terms-after', 'The nearest: `spf/terms-after-all`'],
    ['explain doubled-origin', 'Several rules are called so: `zone/doubled-origin`'],
    ['lint nowhere.example.zone', '`nowhere.example.zone` cannot be read: there is no such file.'],
    ['lint -', 'Write its name before it: `example.org=-`'],
    ['lint example.org.zone --fromat x', "Unknown option '--fromat'"],
    ['check spf --ip 192.0.2.1 --dns', '`check spf` needs `--from ADDRESS`.'],
    ['check spf --ip x --from a@b --dns', '`x` is no IP address'],
    ['check dkim s1 --dns', 'Not enough words: the domain is missing.'],
    ['sign - --format sarif', '`sign` answers as text, json; not as `sarif`.'],
  ])('%s: %s', async (line, output) =>
    expect((await ran(line.split(' '), files)).err).toContain(output),
  )
})

describe('text', () => {
  test('a finding is a place, a frame, a reason to act, and a count', async () =>
    expect((await ran(['lint', 'broken/example.org.zone'], files)).out).toBe(
      [
        'broken/example.org.zone:7:37 warning',
        '── terms after all ─────────────────────────── spf/terms-after-all',
        '7 │ @ TXT "v=spf1 ip4:192.0.2.0/24 -all mx"',
        '  │                                     ^^',
        '`mx` is never tried: it stands after `-all`, which always matches.',
        'Move `mx` before `-all`.',
        'RFC 7208 §5.1',
        '',
        '1 warning in one zone.',
        '',
      ].join('\n'),
    ))

  test('a fault of a message stands in its line', async () => {
    const { out } = await ran(['lint', 'broken.eml'], files)
    expect(out).toContain(
      [
        'broken.eml:3:1 error',
        '── repeated field ───────────────────────── message/repeated-field',
        '3 │ Subject: Ho',
        '  │ ^^^^^^^',
      ].join('\n'),
    )
    expect(out).toContain('2 errors, 1 warning in one message.')
  })

  test('zones and messages have separate counts', async () =>
    expect((await ran(['lint', 'example.org.zone', 'message.eml'], files)).out).toBe(
      'No problems in one zone and one message.\n',
    ))

  test('a verdict names who decided; `--explain` shows each step', async () => {
    const words = ['check', 'spf', '--ip', '198.51.100.1', '--from', 'ann@example.org', ...at]
    const short = await ran(words, files)
    expect(short.out).toContain('spf: fail\n')
    expect(short.out).toContain('decided by   -all of example.org')
    expect(short.out).not.toContain('├─')
    const { out } = await ran([...words, '--explain'], files)
    expect(out).toContain('\n├─· TXT of `example.org`? One record.\n')
    expect(out).toContain('\n└─✗ `-all` gives fail')
  })

  test('colour only where it is wanted', async () => {
    const words = ['lint', 'broken/example.org.zone']
    const plain = await ran(words, files)
    const coloured = await ran(words, files, { colour: 'yes' })
    expect(plain.out).not.toContain('\x1b')
    expect(coloured.out).toContain('\x1b[33mwarning\x1b[39m')
    // eslint-disable-next-line no-control-regex
    expect(coloured.out.replace(/\x1b\[\d+m/g, '')).toBe(plain.out)
  })

  test('what a zone holds cannot move the cursor', async () => {
    const zone = '@ TXT "v=spf1 -all \x1b[2Jmx"\t; \x1b]0;title\x07\r\n'
    const { out } = await ran(['lint', 'example.org=-'], { '-': zone })
    // eslint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\0-\x09\x0b-\x1f]/)
    expect(out).toContain('␛[2J')
  })

  test.each([40, 60, 100])('no line of a source is wider than %i columns', async (width) => {
    const long = zone.replace('-all"', `${'a:host.example.org '.repeat(9)}-all mx"`)
    const { out } = await ran(['lint', 'example.org=-'], { '-': long }, { width })
    const sources = out.split('\n').filter((line) => /^\d+ │/.test(line))
    expect(sources.length).toBeGreaterThan(0)
    for (const line of sources) expect(line.length).toBeLessThanOrEqual(width)
    // The caret stands below what it means, though the line is cut.
    const lines = out.split('\n')
    const at = lines.findIndex((line) => line.includes('spf/terms-after-all'))
    const [source = '', carets = ''] = lines.slice(at + 1, at + 3)
    expect(source.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('mx')
  })
})

describe('json', () => {
  test('findings have places, and fixes that can be applied', async () => {
    const { out } = await ran(['lint', 'example.org=-', '--format', 'json'], files)
    const { ok, command, findings } = JSON.parse(out)
    expect({ ok, command }).toEqual({ ok: false, command: 'lint' })
    expect(findings).toHaveLength(1)
    expect(findings[0]).toMatchObject({
      code: 'spf/terms-after-all',
      severity: 'warning',
      file: 'stdin',
      line: 7,
      column: 37,
      endLine: 7,
      endColumn: 39,
      section: 'RFC 7208 §5.1',
    })
    const offset = (line: number, column: number): number =>
      broken
        .split('\n')
        .slice(0, line - 1)
        .join('\n').length +
      (line > 1 ? 1 : 0) +
      column -
      1
    const [fix] = findings[0].fixes
    const edits = fix.edits.map((edit: Record<string, number> & { text: string }) => ({
      span: {
        from: offset(edit['line']!, edit['column']!),
        to: offset(edit['endLine']!, edit['endColumn']!),
      },
      text: edit.text,
    }))
    const fixed = applyEdits(broken, edits)
    expect((await ran(['lint', 'example.org=-'], { '-': fixed })).code).toBe(0)
  })

  test('a verdict, and its trace where it is asked for', async () => {
    const words = ['check', 'spf', '--ip', '192.0.2.1', '--from', 'a@example.org', ...at]
    const { out } = await ran([...words, '--format', 'json'], files)
    expect(JSON.parse(out)).toMatchObject({
      ok: true,
      verdict: { kind: 'spf', result: 'pass', decidedBy: { text: 'ip4:192.0.2.0/24' } },
    })
    expect(JSON.parse(out)).not.toHaveProperty('trace')
    const full = await ran([...words, '--format', 'json', '--explain'], files)
    expect(JSON.parse(full.out).trace.steps.length).toBeGreaterThan(0)
  })
})

describe('sarif', () => {
  test('results point at rules, regions and fixes', async () => {
    const { out } = await ran(['lint', 'broken/example.org.zone', '--format', 'sarif'], files)
    const log = JSON.parse(out) as Log
    expect(log).toMatchObject({ version: '2.1.0', $schema: expect.stringContaining('sarif') })
    const [run] = log.runs
    expect(run?.tool.driver).toMatchObject({ name: 'helo-world', version: '1.2.3' })
    for (const result of run?.results ?? []) {
      const rule = run?.tool.driver.rules?.[result.ruleIndex ?? -1]
      expect(rule?.id).toBe(result.ruleId)
      expect(rule).toMatchObject({
        shortDescription: { text: expect.stringMatching(/./) },
        helpUri: expect.stringMatching(/^https:/),
        defaultConfiguration: { level: expect.stringMatching(/^(error|warning|note)$/) },
      })
    }
    expect(run?.results).toMatchObject([
      {
        ruleId: 'spf/terms-after-all',
        level: 'warning',
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'broken/example.org.zone' },
              region: { startLine: 7, startColumn: 37, endLine: 7, endColumn: 39 },
            },
          },
        ],
        fixes: [{ description: { text: 'Move `mx` before `-all`' } }],
      },
    ])
  })

  test('a verdict that misses is a result; one that is met is none', async () => {
    const check = async (ip: string): Promise<Log> =>
      JSON.parse(
        (
          await ran(
            ['check', 'spf', '--ip', ip, '--from', 'a@example.org', ...at, '--format', 'sarif'],
            files,
          )
        ).out,
      )
    expect((await check('192.0.2.1')).runs[0]?.results).toEqual([])
    expect((await check('198.51.100.1')).runs[0]?.results).toMatchObject([
      {
        ruleId: 'verdict/spf',
        level: 'error',
        locations: [{ physicalLocation: { region: { startLine: 7 } } }],
      },
    ])
  })

  test('nothing found is an empty list', async () => {
    const { out } = await ran(['lint', 'example.org.zone', '--format', 'sarif'], files)
    expect((JSON.parse(out) as Log).runs[0]?.results).toEqual([])
  })
})

describe('messages', () => {
  const message =
    'From: Ann <ann@example.org>\nTo: bob@example.net\nSubject: Hello\nDate: Mon, 01 Jun 2026 12:00:00 +0000\nMessage-ID: <a1@example.org>\n\nHello Bob.\n'
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')
  const spki = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64')
  const keys: Files = {
    'ed.pem': String(privateKey.export({ type: 'pkcs8', format: 'pem' })),
    'rsa.pem': String(rsa.privateKey.export({ type: 'pkcs1', format: 'pem' })),
    'public.pem': String(publicKey.export({ type: 'spki', format: 'pem' })),
    'message.eml': message,
    'example.org.zone': `${zone}ed._domainkey TXT "v=DKIM1; k=ed25519; p=${raw}"\nrsa._domainkey TXT ("v=DKIM1; p=" "${spki.slice(0, 200)}" "${spki.slice(200)}")\n`,
  }
  const sign = (selector: string, more: readonly string[] = []) =>
    ran(
      [
        'sign',
        'message.eml',
        '--domain',
        'example.org',
        '--selector',
        selector,
        '--key',
        `${selector}.pem`,
        ...more,
      ],
      keys,
    )

  test.each(['ed', 'rsa'])('what %s signs verifies, and passes DMARC', async (selector) => {
    const { code, bytes } = await sign(selector)
    expect(code).toBe(0)
    const signed = { ...keys, '-': bytes }
    const run = await ran(['verify', '-', ...at], signed)
    expect(run).toMatchObject({ code: 0, err: '' })
    expect(run.out).toContain('dmarc: pass')
    expect(run.out).toContain(`pass (${selector} of example.org)`)
    const changed = bytes.map((octet, index) => (index === bytes.length - 4 ? octet + 1 : octet))
    expect(await ran(['verify', '-', ...at], { ...keys, '-': changed })).toMatchObject({ code: 1 })
  })

  test('with the original at hand it shows what was changed', async () => {
    const { bytes } = await sign('ed')
    const list = new TextEncoder().encode('-- \r\nthe list\r\n')
    const known = { ...keys, 'sent.eml': bytes, '-': Uint8Array.from([...bytes, ...list]) }
    const words = ['verify', '-', '--original', 'sent.eml', ...at]
    const { code, out } = await ran(words, known)
    expect(code).toBe(1)
    expect(out.replace(/\s+/g, ' ')).toContain('A footer was added behind the signed text')
    const json = JSON.parse((await ran([...words, '--format', 'json'], known)).out) as Json
    expect(json.verdict.differences[0]?.body).toMatchObject({
      kind: 'footer-added',
      received: { from: bytes.length },
    })
    const same = await ran(['verify', 'sent.eml', '--original', 'sent.eml', ...at], known)
    expect(same.out.replace(/\s+/g, ' ')).toContain('nothing that ed of example.org signs')
  })

  test('a key is looked at', async () => {
    const { code, out } = await ran(['check', 'dkim', 'rsa', 'example.org', ...at], keys)
    expect({ code, out }).toMatchObject({ code: 0 })
    expect(out).toContain('dkim key: usable')
    expect(out).toContain('rsa of 2048 bits')
  })

  test('with its envelope SPF counts too, and the header is shown', async () => {
    const words = [
      'verify',
      'message.eml',
      '--mail-from',
      'ann@example.org',
      '--host',
      'mx.example.net',
      ...at,
    ]
    const good = await ran([...words, '--ip', '192.0.2.1'], keys)
    expect(good.code).toBe(0)
    expect(good.out.replace(/\s+/g, ' ')).toContain(
      'Authentication-Results: mx.example.net; spf=pass',
    )
    const forged = await ran([...words, '--ip', '198.51.100.1', '--format', 'json'], keys)
    expect(forged.code).toBe(1)
    expect(JSON.parse(forged.out)).toMatchObject({
      verdict: {
        result: 'fail',
        disposition: 'quarantine',
        spf: { result: 'fail' },
        dkim: { result: 'none' },
      },
    })
  })

  test('a chain of ARC is checked beside it', async () => {
    const { bytes } = await sign('ed')
    const sealed = await sealArc(bytes, {
      domain: 'example.org',
      selector: 'ed',
      algorithm: 'ed25519-sha256',
      privateKey: String(keys['ed.pem']),
      authservId: 'mx.example.org',
      authenticationResults: 'dkim=pass header.d=example.org; arc=none',
      chainStatus: 'none',
      now: Date.parse('2026-06-01T12:00:00Z'),
    })
    if (!sealed.ok) throw new Error(sealed.reason)
    const { out } = await ran(['verify', '-', ...at, '--explain'], { ...keys, '-': sealed.bytes })
    expect(out).toMatch(/^ {2}arc +pass\. /m)
  })

  test('a fault of a field is shown in the message', async () => {
    const { bytes } = await sign('ed')
    const text = new TextDecoder().decode(bytes).replace('c=relaxed/relaxed', 'c=relaxed/relaxt')
    const { code, out } = await ran(['verify', '-', ...at], { ...keys, '-': text })
    expect(code).toBe(1)
    expect(out).toMatch(/^stdin:\d+:\d+ error\n── .*signature\//m)
  })

  test('a problem of form is reported, and the verdict stays', async () => {
    const { bytes } = await sign('ed')
    const text = `X-Old : 1\r\n${new TextDecoder().decode(bytes)}`
    const { code, out } = await ran(['verify', '-', ...at], { ...keys, '-': text })
    expect(out).toContain('message/space-before-colon')
    expect(out).toContain('dmarc: pass')
    expect(code).toBe(0)
  })

  test('a signature has its time', async () => {
    const { bytes } = await sign('ed', ['--lifetime', '3600'])
    const signed = { ...keys, '-': bytes }
    const later = (time: string) => ran(['verify', '-', ...at, '--at', time], signed)
    expect((await later('2026-06-01T12:30:00Z')).code).toBe(0)
    expect((await later('2026-06-01T14:00:00Z')).code).toBe(1)
    expect((await later('tomorrow')).err).toContain('`tomorrow` is no time')
  })

  test.each([
    ['public.pem', 'it is the public half of one'],
    ['message.eml', 'BEGIN PRIVATE KEY'],
    ['none.pem', 'there is no such file'],
  ])('%s is no key: %s', async (key, output) => {
    const words = [
      'sign',
      'message.eml',
      '--domain',
      'example.org',
      '--selector',
      's',
      '--key',
      key,
    ]
    expect(await ran(words, keys)).toMatchObject({ code: 2, err: expect.stringContaining(output) })
  })
})

describe('help', () => {
  test('names every command, and fits 80 columns', async () => {
    const { out } = await ran(['--help'])
    for (const { name } of commands) expect(out).toContain(name)
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test.each(commands)(
    'of $name lists its options, and examples that it understands',
    async (command) => {
      const { code, out } = await ran([...command.name.split(' '), '--help'])
      expect(code).toBe(0)
      for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`)
      for (const example of command.examples)
        expect(example).toContain(`helo-world ${command.name}`)
      const outside = out
        .split('\n')
        .filter((line) => line.length > 80 && !line.startsWith('  helo-world'))
      expect(outside).toEqual([])
    },
  )
})
