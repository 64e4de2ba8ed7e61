import { isEngine, octetsOf, type Served } from './counting-server.ts'
import { openPage } from './open-page.ts'
import { KEY, type Watch } from './page-probe.ts'
import { loading, type WebPart } from './part.ts'
import type { Stage } from './stage.ts'
import type { Sample } from './turns.ts'

export const editorPaths = { own: 'site/lessons/your-first-spf/', bare: 'bare/editor.html' }
/** Monaco gives its own element the role of code. */
export const editorWatch: Watch = { field: '^Zone ', screen: '[role="code"]', sign: 'SOA' }

/** A lesson with a zone beside a page with nothing but Monaco. */
export const zonePart: WebPart = {
  group: 'web-zone',
  about: 'a lesson with a zone beside a bare Monaco; 1.6 Mbit/s, 150 ms, CPU × 4, empty cache',
  pages: ['your-first-spf', 'bare Monaco'],
  figures: {
    'bytes before engines and Monaco': 'octets',
    'bytes before Monaco is asked for': 'octets',
    'requests before then': 'count',
    'bytes of all but Monaco': 'octets',
    'bytes in all': 'octets',
    'requests in all': 'count',
    'first paint': 'ms',
    'Monaco is in place': 'ms',
    'a field can take a key': 'ms',
    'the key stands in the zone': 'ms',
    'first paint to that key': 'ms',
  },
  visit: (page, stage) =>
    loading(async () => {
      const alone = await leaveAlone(stage, editorPaths[page])
      return { ...alone, ...(await typeAtOnce(stage, editorPaths[page])) }
    }),
  targets: [
    {
      about: 'the zone takes a key at most 100 ms after the first paint',
      value: (own) => own['first paint to that key'],
      ...{ most: 100, unit: 'ms' },
    },
    {
      about: 'Monaco in place at most 1.3 × as late as in a bare page',
      value: (own, bare) => own['Monaco is in place']! / bare['Monaco is in place']!,
      ...{ most: 1.3, unit: '×' },
    },
    {
      about: 'at most 120 KiB before engines and Monaco',
      value: (own) => own['bytes before engines and Monaco'],
      ...{ most: 120 * 1024, unit: 'octets' },
    },
  ],
}

async function leaveAlone(stage: Stage, path: string): Promise<Sample> {
  const opened = await openPage(stage, path, editorWatch, 'slow')
  const [firstPaint, inPlace] = [await opened.until('firstPaint'), await opened.until('sign')]
  await opened.settle()
  const { served, octets } = stage.server
  const before = servedBefore(served, stage.isMonaco)
  const sample = {
    ...(before.length < served.length && {
      'bytes before engines and Monaco': octetsOf(servedBefore(before, isEngine)),
      'bytes before Monaco is asked for': octetsOf(before),
      'requests before then': before.length,
      'bytes of all but Monaco': octetsOf(served.filter(({ path }) => !stage.isMonaco(path))),
    }),
    'bytes in all': octets,
    'requests in all': served.length,
    'first paint': firstPaint,
    'Monaco is in place': inPlace,
  }
  await opened.close()
  return sample
}

/** What was asked for before the first of some files; all of it where none of them was. */
export function servedBefore(
  served: readonly Served[],
  isOne: (path: string) => boolean,
): readonly Served[] {
  const first = served.findIndex(({ path }) => isOne(path))
  return first < 0 ? served : served.slice(0, first)
}

/** The key counts only if it is still there when the larger editor has taken over. */
async function typeAtOnce(stage: Stage, path: string): Promise<Sample> {
  const opened = await openPage(stage, path, { ...editorWatch, key: KEY }, 'slow')
  const [firstPaint, field] = [await opened.until('firstPaint'), await opened.until('field')]
  const [echo] = [await opened.until('echo'), await opened.until('sign')]
  await opened.settle()
  const stands = (await opened.text()).includes(KEY) ? echo : Infinity
  await opened.close()
  return {
    'a field can take a key': field,
    'the key stands in the zone': stands,
    'first paint to that key': stands - firstPaint,
  }
}
