import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { judge } from '../../lessons/goals/index.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { printSettings } from '../../world/settings/print.ts'
import type { LabInput } from '../lab.ts'
import { openLab } from '../open.ts'
import { labLesson } from '../testing/lab-lesson.ts'

const name = 'mx.example.org'
const file = `${name}.conf`
const start = printSettings(labLesson.world.hosts.find((host) => host.name === name)!)

const lesson: Lesson = {
  ...labLesson,
  terminal: { host: 'desk.example.org', suggestions: [] },
  world: {
    ...labLesson.world,
    documents: [{ kind: 'settings', name, file, text: start, editable: true }],
  },
}

const open = (journal: readonly LabInput[] = [], of = lesson) =>
  openLab(of, { crypto: webCrypto, output: { write: () => {}, addLine: () => {} }, journal })

type Opened = Awaited<ReturnType<typeof open>>

const edit = (text: string): LabInput => ({ kind: 'edit', document: file, text })
const smtpOf = ({ world }: Opened) => world.hosts.find((host) => host.name === name)!.smtp!

describe('settings in a lab', () => {
  test('a sound edit counts at once', async () => {
    const lab = await open()
    await lab.apply(edit(`${start}\ngreeting_delay = 5s\n`))
    expect(smtpOf(lab).greetingDelay).toBe(5)
    expect(lab.documentTexts[file]).toContain('greeting_delay')
  })

  test('with an error the last good settings stay, and the finding says so', async () => {
    const lab = await open()
    await lab.apply(edit(`${start}\ngreeting_delay = 5s\n`))
    await lab.apply(edit(`${start}\ngreeting_delay = five\n`))
    expect(smtpOf(lab).greetingDelay).toBe(5)
    const { diagnostics } = await lab.gather()
    expect(diagnostics.map((one) => [one.code, one.file])).toEqual([['settings/value', file]])
    await lab.apply(edit(start))
    expect(smtpOf(lab).greetingDelay).toBeUndefined()
  })

  test('labs that share what texts come to read settings each of its own', async () => {
    const verdicts = new Map<string, never>()
    const sharing = () =>
      openLab(lesson, {
        ...{ crypto: webCrypto, output: { write: () => {}, addLine: () => {} } },
        verdicts,
      })
    const first = await sharing()
    await first.gather()
    await first.apply(edit(`${start}\ngreeting_delay = 5s\n`))
    const { setting } = await (await sharing()).gather()
    expect(setting?.(name, 'greeting_delay')).not.toBe('5s')
  })

  test('what the journal holds is done again', async () => {
    const lab = await open()
    await lab.apply(edit('max_size = 1K'))
    await lab.apply(edit(`${start}\nmax_size = 5K\n`))
    await lab.apply({ kind: 'type', data: 'cat /etc/hostname\r' })
    expect(lab.journal).toHaveLength(2)
    const again = await open(lab.journal)
    expect(smtpOf(again)).toEqual(smtpOf(lab))
    expect(again.documentTexts).toEqual(lab.documentTexts)
    expect(JSON.stringify(again.world.events)).toBe(JSON.stringify(lab.world.events))
  })

  test('the host has its settings as a file, as they stand', async () => {
    let screen = ''
    const output = { write: (text: string) => void (screen += text), addLine: () => {} }
    const terminal = { host: name, suggestions: [] }
    const lab = await openLab({ ...lesson, terminal }, { crypto: webCrypto, output })
    await lab.apply(edit('# mine\n'))
    await lab.apply({ kind: 'type', data: 'cat /etc/mail/settings\r' })
    expect(screen).toContain('# mine')
  })

  test('who the server speaks as, and its clock, are others from the next session on', async () => {
    let screen = ''
    const output = { write: (text: string) => void (screen += text), addLine: () => {} }
    const terminal = { host: 'desk.example.net', suggestions: [] }
    const lab = await openLab({ ...lesson, terminal }, { crypto: webCrypto, output })
    const type = (data: string) => lab.apply({ kind: 'type', data })
    const others = start.replace(/^(?:personality|clock_zone) .*\n/gm, '')
    await lab.apply(edit(`${others}personality = postfix\nclock_zone = +0530\n`))
    await type(`nc ${name} 25\rQUIT\r`)
    expect(screen).toContain('ESMTP Postfix')
    await type(`swaks -t bob@example.org -f ann@example.net -s ${name}\r`)
    // SPF and DKIM vouch for nothing here.
    const stored = lab.world.store.account('bob@example.org')!.mailbox('Junk')!.messages.at(-1)!
    expect(new TextDecoder().decode(stored.bytes)).toMatch(/^Received: [^]*? \+0530\r\n/m)
    screen = ''
    await lab.apply(edit(others))
    await type(`nc ${name} 25\r`)
    expect(screen).not.toContain('ESMTP Postfix')
  })

  test('mails are tried under the settings as they stand', async () => {
    const lab = await open()
    const before = (await lab.gather()).journeys
    await lab.apply(edit(`${start}\nmax_size = 10\n`))
    const { journeys } = await lab.gather()
    expect(journeys).not.toEqual(before)
  })

  test('a document to read, and one that is not there, take no edit', async () => {
    const [document] = lesson.world.documents!
    const world = { ...lesson.world, documents: [{ ...document!, editable: false }] }
    const lab = await open([], { ...lesson, world })
    await lab.apply(edit('greeting_delay = 5s'))
    await lab.apply({ kind: 'edit', document: 'nobody.test.conf', text: 'x' })
    expect(lab.documentTexts).toEqual({ [file]: start })
  })
})

describe('the goal `setting`', () => {
  const status = async (text: string, condition: object) => {
    const lab = await open([edit(text)])
    return judge({ kind: 'setting', host: name, ...condition }, await lab.gather())
  }

  test('is met by what the settings come to, however they are written', async () => {
    const text = `${start.replace('203.0.113.66', '192.0.2.7\n   198.51.100.0/24')}\ngive_up_after = 120m\n`
    expect(await status(text, { name: 'give_up_after', value: '2h' })).toEqual({ met: true })
    const value = ['198.51.100.0/24', '192.0.2.7']
    expect(await status(text, { name: 'distrusted_networks', value })).toEqual({ met: true })
    expect(await status(text, { name: 'distrusted_networks', has: '192.0.2.7' })).toEqual({
      met: true,
    })
    expect(await status(text, { name: 'bare_lf', value: 'strict' })).toEqual({ met: true })
    expect(await status(text, { name: 'helo', value: '' })).toEqual({ met: true })
  })

  test('says what stands there instead', async () => {
    expect(await status(start, { name: 'give_up_after', value: '2h' })).toEqual({
      met: false,
      reason: 'On `mx.example.org`, `give_up_after` is `5d`.',
    })
    expect(await status(start, { name: 'helo', value: 'x.test' })).toEqual({
      met: false,
      reason: 'On `mx.example.org`, `helo` is not set.',
    })
    expect(await status(start, { name: 'no_such', value: 'x' })).toMatchObject({ met: false })
  })

  test('does not count what is not sound', async () => {
    const text = `${start}\ngive_up_after = 2h\nnonsense\n`
    expect(await status(text, { name: 'give_up_after', value: '2h' })).toMatchObject({ met: false })
  })
})
