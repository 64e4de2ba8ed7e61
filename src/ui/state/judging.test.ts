import { expect, test, vi } from 'vitest'
import { Judging, type Judged, type ZoneTexts } from './judging.svelte.ts'
import { checkFakeProgress, evidenceOf, fakeLab } from './testing/fake-lab.ts'

/** A lab under judgement, and frames that come when the test runs them. */
function openBench() {
  let frames: (() => void)[] = []
  let texts: ZoneTexts = { 'example.org': 'as it was' }
  const onFrame = vi.fn()
  const onProgress = vi.fn()
  const lab = fakeLab({
    crypto: { answer: () => Promise.resolve(undefined) },
    output: { write: () => {}, addLine: () => {} },
  })
  const judged: Judged = { lab, checkProgress: checkFakeProgress, adviseZones: vi.fn(() => []) }
  const judging = new Judging({
    zoneTexts: () => texts,
    soon: (act) => void frames.push(act),
    onFrame,
    onProgress,
  })
  return {
    ...{ judging, judged, lab, onFrame, onProgress },
    async edit(text: string) {
      texts = { 'example.org': text }
      await lab.apply({ kind: 'edit', zone: 'example.org', text })
      judging.schedule()
    },
    /** @returns How many callbacks the frame had. */
    async frame() {
      const due = frames.splice(0)
      frames = []
      for (const act of due) act()
      await new Promise((done) => setImmediate(done))
      return due.length
    },
  }
}

test('many changes are judged once, with the next frame', async () => {
  const bench = openBench()
  bench.judging.watch(bench.judged)
  await bench.edit('f')
  await bench.edit('fixed')
  expect(await bench.frame()).toBe(1)
  expect([bench.lab.gathered, bench.judging.revision]).toEqual([1, 1])
  expect(bench.judging.progress?.done).toBe(true)
  expect(bench.judging.zoneTexts).toEqual({ 'example.org': 'fixed' })
})

test('the first progress is reported without an announcement, later ones with it', async () => {
  const bench = openBench()
  bench.judging.watch(bench.judged)
  await bench.frame()
  expect(bench.onProgress.mock.calls).toEqual([[undefined]])
  await bench.edit('half')
  await bench.frame()
  expect(bench.onProgress).toHaveBeenCalledOnce()
  await bench.edit('fixed')
  await bench.frame()
  expect(bench.onProgress).toHaveBeenLastCalledWith('All goals are met. The lesson is done.')
})

test('zones are advised on only when their texts changed', async () => {
  const bench = openBench()
  bench.judging.watch(bench.judged)
  await bench.frame()
  bench.judging.schedule()
  await bench.frame()
  expect(bench.judged.adviseZones).toHaveBeenCalledOnce()
})

test('evidence of an older state is thrown away and gathered again', async () => {
  const bench = openBench()
  let release: (evidence: ReturnType<typeof evidenceOf>) => void = () => {}
  vi.spyOn(bench.lab, 'gather').mockReturnValueOnce(new Promise((done) => (release = done)))
  bench.judging.watch(bench.judged)
  await bench.frame()
  await bench.edit('fixed')
  release(evidenceOf({ 'example.org': 'half' }))
  await bench.frame()
  expect(bench.judging.evidence).toBeUndefined()
  await bench.frame()
  expect(bench.judging.progress?.done).toBe(true)
})

test('the frame is reported before evidence is gathered', async () => {
  const bench = openBench()
  bench.onFrame.mockImplementation(() => expect(bench.lab.gathered).toBe(0))
  bench.judging.watch(bench.judged)
  await bench.frame()
  expect(bench.onFrame).toHaveBeenCalledOnce()
})
