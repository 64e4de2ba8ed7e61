import { describe, expect, test } from 'vitest'
import type { LabInput } from '../../lab/lab.ts'
import { CLASS_PROTOCOL, type ScreenMessage } from '../../lab/class/protocol.ts'
import { AsideWork } from '../present/aside-work.ts'
import { LessonState } from '../state/lesson-state.svelte.ts'
import { othersWork } from '../state/others-work.svelte.ts'
import { keyOf, openStorage } from '../state/storage.ts'
import { fakeHost, lesson } from '../state/testing/fake-host.ts'
import { memoryStorage } from '../state/testing/memory-storage.ts'
import { ScreenMirror } from './screen-mirror.svelte.ts'

const type = (data: string): LabInput => ({ kind: 'type', data })
const shows = {
  ...{ kind: 'screen' as const, version: CLASS_PROTOCOL, run: 3, look: {} },
  place: { slug: lesson.slug },
}
const whole = (...inputs: LabInput[]): ScreenMessage => ({
  ...{ ...shows, work: { edition: 1 }, from: 0, count: 0, inputs },
})
const more = (from: number, ...inputs: LabInput[]): ScreenMessage => ({
  ...{ ...shows, from, count: from + inputs.length, inputs },
})

/** A student's page with work of their own, and its mirror. */
async function bench() {
  const [own, tab] = [memoryStorage(), memoryStorage()]
  const host = fakeHost()
  const work = new LessonState(lesson, {
    ...{ openLine: host.openLine, storage: openStorage(() => own), now: () => 0 },
    soon: (act) => act(),
  })
  await work.start()
  await work.type('mine\r')
  const [went, asked, branched]: string[][] = [[], [], []]
  const mirror = new ScreenMirror(work, {
    putAside: () => new AsideWork(work, () => own, memoryStorage),
    keepBranch: (isKept) => (work.kept.storage = openStorage(isKept ? () => tab : memoryStorage)),
    goTo: ({ slug }) => void went!.push(slug),
    show: () => undefined,
    askAgain: () => void asked!.push('again'),
    branched: () => void branched!.push('branched'),
  })
  mirror.follow()
  const stored = own.getItem(keyOf(lesson.slug))
  return { work, own, tab, host, mirror, went, asked, branched, stored }
}

describe('a page that follows', () => {
  test('does what the presenter does, beside its own work', async () => {
    const { work, own, mirror, host, stored } = await bench()
    await mirror.receive(whole(type('EHLO x\r')))
    await mirror.receive(more(0, type('N'), type('O')))
    expect(mirror.state).toBe('following')
    expect(mirror.position).toEqual({ run: 3, count: 2 })
    expect(work.journal).toEqual([type('EHLO x\r'), type('NO')])
    expect(host.labs.at(-1)?.inputs).toEqual([type('N'), type('O')])
    expect(othersWork.isShown).toBe(true)
    expect(own.getItem(keyOf(lesson.slug))).toBe(stored)
    await mirror.stop()
    expect(mirror.state).toBe('own')
    expect(work.journal).toEqual([type('mine\r')])
    expect(othersWork.isShown).toBe(false)
    expect(JSON.parse(own.getItem(keyOf(lesson.slug))!)).toEqual(JSON.parse(stored!))
  })

  test('shows other work once the presenter has it', async () => {
    const { work, mirror } = await bench()
    await mirror.receive(whole(type('A\r')))
    await mirror.receive({ ...whole(), run: 4 })
    await mirror.receive({ ...more(0, type('B')), run: 4 })
    expect(work.journal).toEqual([type('B')])
  })

  test('asks for all of it where something is missing', async () => {
    const { work, mirror, asked } = await bench()
    await mirror.receive(more(0, type('x')))
    await mirror.receive(whole())
    await mirror.receive(more(2, type('x')))
    expect(asked).toHaveLength(2)
    expect(work.journal).toEqual([])
  })

  test('goes along to another lesson, and shows nothing of it here', async () => {
    const { work, mirror, went } = await bench()
    await mirror.receive({ ...whole(type('x')), place: { slug: 'other' } })
    expect(went).toEqual(['other'])
    expect(work.journal).toEqual([type('mine\r')])
  })
})

describe('what a student does in it', () => {
  test('is a branch, which follows no longer and is kept', async () => {
    const { work, own, tab, mirror, branched, stored } = await bench()
    await mirror.receive(whole(type('EHLO x\r')))
    await work.type('Q')
    mirror.notice()
    expect(mirror.state).toBe('branch')
    expect(branched).toHaveLength(1)
    await mirror.receive(more(0, type('N')))
    await work.type('UIT\r')
    work.flush()
    const journal = [type('EHLO x\r'), type('QUIT\r')]
    expect(work.journal).toEqual(journal)
    expect(JSON.parse(tab.getItem(keyOf(lesson.slug))!)).toMatchObject({ journal })
    expect(own.getItem(keyOf(lesson.slug))).toBe(stored)

    mirror.follow()
    await mirror.receive(whole(type('EHLO x\r'), type('N')))
    expect(work.journal).toEqual([type('EHLO x\r'), type('N')])
    const kept = openStorage(() => tab).read(lesson.slug)
    expect(kept).toMatchObject({ kind: 'saved', saved: { journal } })
    await mirror.openBranch((kept as Extract<typeof kept, { kind: 'saved' }>).saved)
    expect([mirror.state, work.journal]).toEqual(['branch', journal])
    await mirror.stop()
    expect(work.journal).toEqual([type('mine\r')])
    expect(tab.getItem(keyOf(lesson.slug))).not.toBeNull()
  })

  test('goes on where nobody follows any longer, also while it is being opened', async () => {
    const { work, mirror } = await bench()
    await mirror.receive(whole(type('A')))
    mirror.branchOff()
    const { saved } = work
    await mirror.stop()
    void mirror.openBranch(saved)
    await mirror.unfollow()
    expect([mirror.state, work.journal]).toEqual(['branch', [type('A')]])
  })

  test('that comes between two keys of the presenter’s, is noticed before the second', async () => {
    const { work, mirror } = await bench()
    await mirror.receive(whole())
    await mirror.receive(more(0, type('A')))
    void work.type('x')
    await mirror.receive(more(1, type('B')))
    expect(mirror.state).toBe('branch')
    expect(work.journal).toEqual([type('Ax')])
  })

  test('is no branch where the page itself remembers what stands', async () => {
    const { work, mirror } = await bench()
    await mirror.receive(whole())
    await work.apply({ kind: 'check' })
    await mirror.receive(more(0, type('A')))
    expect(mirror.state).toBe('following')
    expect(work.journal).toEqual([{ kind: 'check' }, type('A')])
  })
})
