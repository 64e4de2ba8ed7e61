import { beforeAll, describe, expect, test } from 'vitest'
import { fromUtf8 } from '../../core/bytes.ts'
import { openLab } from '../../lab/open.ts'
import { readLink } from '../../lab/link/read-link.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { Scenario } from '../../lessons/scenario.ts'
import { loadWorlds } from '../worlds/load-worlds.ts'
import {
  experimentLesson,
  experimentLink,
  loadExperiments,
  readExperiments,
  type Experiment,
} from './load-experiments.ts'

let worlds: readonly Scenario[]
let experiments: readonly Experiment[]
beforeAll(async () => {
  worlds = await loadWorlds('.')
  experiments = await loadExperiments('.', worlds)
})

/** All that a learner could read of it. */
async function shownBy(experiment: Experiment): Promise<string> {
  const lines: string[] = []
  const output = {
    write: () => undefined,
    addLine: ({ text }: { readonly text: string }) => void lines.push(text),
  }
  const lab = await openLab(experimentLesson(experiment, worlds), {
    crypto: webCrypto,
    ...{ output, outputOf: () => output },
    lint: (zones) => lintZones(zones),
    fetchPiece: (fetch) => fetch(),
    journal: experiment.journal,
  })
  const { senders, diagnostics } = await lab.gather()
  return [
    ...lines,
    ...lab.world.events.map((event) =>
      JSON.stringify(event, (_, value: unknown) =>
        value instanceof Uint8Array ? fromUtf8(value) : value,
      ),
    ),
    ...senders.map(({ sender, verdict }) => `sender ${sender.id}: ${verdict.result}`),
    ...diagnostics.map(({ message }) => message),
  ].join('\n')
}

describe('things to try', () => {
  test('are thirteen, each with a name of its own', () => {
    expect(experiments).toHaveLength(13)
    expect(new Set(experiments.map(({ id }) => id)).size).toBe(13)
  })

  test('can each be opened, and show what they say', async () => {
    for (const experiment of experiments) {
      const shown = await shownBy(experiment)
      expect(shown, experiment.id).toContain(experiment.shows)
    }
  })

  test('are links that can be read, and short enough to be offered', () => {
    for (const experiment of experiments) {
      const { href } = experimentLink(experiment)
      expect(href.length).toBeLessThan(8000)
      const read = readLink(href.slice(href.indexOf('#')))
      expect(read.ok && 'journal' in read.state && read.state.journal).toEqual(experiment.journal)
    }
  })

  test.each([
    ['a: 1', /list/],
    ['- id: x', /Write a text/],
    ['- { id: x, title: t, about: a, shows: s, colour: red, do: [] }', /no `colour`/],
    ['- { id: x, title: t, about: a, shows: s, world: none, do: [] }', /no such world/],
    [
      '- { id: x, title: t, about: a, shows: s, do: [{ edit: example.org, replace: zz, by: y }] }',
      /changes nothing/,
    ],
  ])('with a fault say so: %s', (text, why) =>
    expect(() => readExperiments(text, worlds)).toThrow(why),
  )
})
