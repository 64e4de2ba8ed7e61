import { span, type Span } from './span.ts'

/**
 * A text that was written otherwise in its source: a TXT record's value without its quotes, joined
 * from several strings, with its escapes undone. It remembers where each part stood.
 */
export interface MappedText {
  readonly text: string
  /** In order of `at`; the first has `at` 0. Within a run, positions advance together. */
  readonly runs: readonly Run[]
  /** Set where a part of it stands without quotes: a space or a `;` put in there would end it. */
  readonly isBare?: true
  /** Set where it is not what was meant, as its zone shows: then that alone is to be reported. */
  readonly isMisread?: true
}

export interface Run {
  /** Position in `text`. */
  readonly at: number
  /** Position in the source. */
  readonly from: number
  /** The source position behind the run's last character. */
  readonly to: number
}

/** A text that stands in its source as it is, from `start` on. */
export const mapPlain = (text: string, start = 0): MappedText => ({
  text,
  runs: [{ at: 0, from: start, to: start + text.length }],
})

/** Builds a mapped text part by part. */
export interface MappedTextBuilder {
  /** Adds `text`, which the source writes at `source`: of the same length, or an escape of it. */
  add(text: string, source: Span): void
  build(): MappedText
}

export function mappedTextBuilder(): MappedTextBuilder {
  let text = ''
  const runs: Run[] = []
  return {
    add(part, source) {
      const last = runs.at(-1)
      const plain = part.length === source.to - source.from
      if (last && plain && last.to === source.from && isPlain(last, text.length))
        runs[runs.length - 1] = { ...last, to: source.to }
      else runs.push({ at: text.length, from: source.from, to: source.to })
      text += part
    },
    build: () => ({ text, runs: runs.length ? runs : [{ at: 0, from: 0, to: 0 }] }),
  }
}

const isPlain = (run: Run, end: number): boolean => end - run.at === run.to - run.from

/** Where a span of the text stands in its source. An empty span stays empty. */
export function toSource(mapped: MappedText, s: Span): Span {
  const from = startInSource(mapped, s.from)
  return span(from, s.to <= s.from ? from : Math.max(from, endInSource(mapped, s.to)))
}

/** Whether the span stands in its source in one piece, with no quote and no gap inside. */
export function isUnbroken({ runs }: MappedText, s: Span): boolean {
  const last = runAt(runs, Math.max(s.from, s.to - 1))
  for (let at = runAt(runs, s.from); at < last; at++)
    if (runs[at]!.to !== runs[at + 1]!.from) return false
  return true
}

function startInSource(mapped: MappedText, position: number): number {
  const index = runAt(mapped.runs, position)
  const run = mapped.runs[index]!
  const end = mapped.runs[index + 1]?.at ?? mapped.text.length
  return position >= end ? run.to : inRun(run, end, position)
}

function endInSource(mapped: MappedText, position: number): number {
  const index = runAt(mapped.runs, Math.max(0, position - 1))
  const run = mapped.runs[index]!
  const end = mapped.runs[index + 1]?.at ?? mapped.text.length
  return position >= end || !isPlain(run, end) ? run.to : run.from + (position - run.at)
}

const inRun = (run: Run, end: number, position: number): number =>
  isPlain(run, end) ? run.from + (position - run.at) : run.from

function runAt(runs: readonly Run[], position: number): number {
  let low = 0
  let high = runs.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (runs[middle]!.at <= position) low = middle
    else high = middle - 1
  }
  return low
}
