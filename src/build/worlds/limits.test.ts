import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LessonError } from '../lessons/files/lesson-error.ts'
import { loadWorld } from './read-world.ts'

/** A world's folder with a file of this text. @returns What is said of it, or its hosts. */
async function loaded(world: string): Promise<string | number> {
  const folder = join(await mkdtemp(join(tmpdir(), 'world-')), 'many')
  await mkdir(join(folder, 'zones'), { recursive: true })
  await writeFile(join(folder, 'world.yaml'), world)
  await writeFile(join(folder, 'zones', 'example.org.zone'), '@ A 192.0.2.1\n')
  try {
    return (await loadWorld(folder)).world.hosts.length
  } catch (error) {
    if (!(error instanceof LessonError)) throw error
    return error.problems.map(({ line, message }) => `${line}: ${message}`).join('\n')
  }
}

const head = [
  'title: Many',
  'about: A world of many hosts.',
  'desk: h0.example.org',
  'suggestions: []',
  'seed: 1',
  'now: 2026-06-01T08:00:00Z',
  'mailboxes: []',
  'mails: []',
  'senders: []',
]
const host = (at: number): string =>
  `  - { name: h${at}.example.org, addresses: ['2001:db8::${(at + 1).toString(16)}'] }`
const hosts = (count: number): string =>
  [...head, 'hosts:', ...Array.from({ length: count }, (_, at) => host(at)), ''].join('\n')

const SOON = 5000

test(
  'five hundred hosts are read, and what the world lacks is said',
  async () => expect(await loaded(hosts(500))).toContain('no mailboxes to show'),
  SOON,
)

test(
  'a mistake in the last of five hundred is named with its line',
  async () => {
    const wrong = hosts(500).replace(
      "h499.example.org, addresses: ['2001:db8::1f4']",
      'h499.example.org, addresses: []',
    )
    expect(await loaded(wrong)).toBe('510: A host has at least one address.')
  },
  SOON,
)

test(
  'more hosts than a world may have',
  async () => expect(await loaded(hosts(1001))).toContain('A world has at most 1000 hosts.'),
  SOON,
)

test(
  'a file of more than a megabyte',
  async () =>
    expect(await loaded(`${hosts(1)}# ${'x'.repeat(1 << 20)}\n`)).toBe(
      '1: The file is too large: at most 1 MiB is read.',
    ),
  SOON,
)

test(
  'references to references that would grow without end',
  async () => {
    const bomb = ['a: &l0 [x, x]']
    for (let at = 1; at < 40; at++) bomb.push(`b${at}: &l${at} [*l${at - 1}, *l${at - 1}]`)
    expect(
      await loaded(
        [...head, 'hosts: *l39', ''].join('\n').replace('title', `${bomb.join('\n')}\ntitle`),
      ),
    ).toMatch(/^\d+: /)
  },
  SOON,
)
