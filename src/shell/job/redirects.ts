import { clip } from '../../core/text/clip.ts'
import { pathOf } from '../files/place.ts'
import { expandOne, type Surroundings } from '../language/expand.ts'
import type { LineProblem, Redirect } from '../language/tree.ts'
import { showText } from '../show-text.ts'
import type { JobPorts } from './ports.ts'
import { FileSink, NullSink, ScreenSink, type Sink } from './sinks.ts'

/** What a program reads, where absent the keyboard or a pipe, and where what it prints goes. */
export interface Streams {
  readonly input: Uint8Array | undefined
  readonly output: Sink
  readonly errors: Sink
}

export interface StreamOptions {
  readonly ports: JobPorts
  /** Where output goes in front of a `|`. */
  readonly pipe: Sink | undefined
  readonly around: Surroundings
  refuse(problem: LineProblem): undefined
}

/** Opens the files that a command names, from left to right. @returns Undefined where that fails. */
export function openStreams(
  redirects: readonly Redirect[],
  options: StreamOptions,
): Streams | undefined {
  const screen = new ScreenSink(options.ports.screen)
  let streams: Streams = { input: undefined, output: options.pipe ?? screen, errors: screen }
  for (const redirect of redirects) {
    const next = redirected(streams, redirect, options)
    if (!next) return undefined
    streams = next
  }
  return streams
}

function redirected(
  streams: Streams,
  { from, how, file, span }: Redirect,
  options: StreamOptions,
): Streams | undefined {
  if (!file)
    return from === 'errors'
      ? { ...streams, errors: streams.output }
      : { ...streams, output: streams.errors }
  const expanded = expandOne(file, options.around)
  if (!expanded.ok) return options.refuse(expanded.problem)
  const name = expanded.words[0]!.text
  const refuse = (reason: string): undefined =>
    options.refuse({ span, message: `${showText(clip(name))}: ${reason}.` })
  if (how === 'read') {
    const input = readInput(name, options, refuse)
    return input && { ...streams, input }
  }
  const sink = openSink(name, how === 'append' ? 'append' : 'replace', options, refuse)
  if (!sink) return undefined
  if (from === 'both') return { ...streams, output: sink, errors: sink }
  return from === 'errors' ? { ...streams, errors: sink } : { ...streams, output: sink }
}

type Refuse = (reason: string) => undefined

function readInput(name: string, { ports: { session } }: StreamOptions, refuse: Refuse) {
  const path = pathOf(session, name)
  if (path === '/dev/null') return new Uint8Array(0)
  const found = session.files.read(path)
  if (found) return found.octets
  return refuse(
    session.files.isFolder(path)
      ? 'Is a directory'
      : 'No such file or directory; `ls` shows what there is',
  )
}

function openSink(
  name: string,
  how: 'append' | 'replace',
  { ports: { session, screen } }: StreamOptions,
  refuse: Refuse,
): Sink | undefined {
  const path = pathOf(session, name)
  if (path === '/dev/null') return new NullSink()
  const report = (reason: string): void => screen.explain(`${showText(clip(name))}: ${reason}`)
  const sink = new FileSink(session.files, path, report)
  const refused = sink.open(how)
  return refused === undefined ? sink : refuse(refused)
}
