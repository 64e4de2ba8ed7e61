import type { GradeReport } from './report.ts'

/** What a submission must have to pass, beside that it is believed. */
export type Demand =
  | { readonly kind: 'done' | 'no-last-hint' | 'no-paste' }
  | { readonly kind: 'lesson' | 'step' | 'goal'; readonly id: string }

/** What may stand behind `--require`, with what each asks for. */
export const demandSyntax: readonly (readonly [syntax: string, about: string])[] = [
  ['done', 'each step of the lesson; what is asked for by default'],
  ['lesson=SLUG', 'that it is of this lesson'],
  ['step=ID', 'one step, where not all of them are asked for'],
  ['goal=ID', 'one goal'],
  ['no-last-hint', 'that no last hint was opened, which is the line itself'],
  ['no-paste', 'that nothing was pasted from elsewhere'],
]

export const byDefault: readonly Demand[] = [{ kind: 'done' }]

/** Reads one demand; undefined where it is none. */
export function readDemand(text: string): Demand | undefined {
  const [, kind = '', , id] = /^([a-z-]+)(=([\w.-]+))?$/.exec(text) ?? []
  if (kind === 'done' || kind === 'no-last-hint' || kind === 'no-paste')
    return id === undefined ? { kind } : undefined
  if (kind === 'lesson' || kind === 'step' || kind === 'goal')
    return id === undefined ? undefined : { kind, id }
  return undefined
}

/** What a report lacks, a sentence each; nothing where it passes. */
export function lacks(report: GradeReport, demands: readonly Demand[]): readonly string[] {
  if (report.result === 'unread' || report.result === 'doubted')
    return report.doubts.map(({ text }) => text)
  return demands.flatMap((demand) => (isMet(report, demand) ? [] : [lackOf(report, demand)]))
}

function isMet({ result, lesson, work }: GradeReport, demand: Demand): boolean {
  const steps = work?.steps ?? []
  switch (demand.kind) {
    case 'done':
      return result === 'done'
    case 'no-last-hint':
      return !steps.some(({ wasShown }) => wasShown)
    case 'no-paste':
      return work?.pastes.length === 0
    case 'lesson':
      return lesson?.slug === demand.id
    case 'step':
      return steps.some(({ id, done }) => id === demand.id && done)
    case 'goal':
      return steps.some(({ goals }) => goals.some(({ id, met }) => id === demand.id && met))
  }
}

function lackOf({ lesson, work }: GradeReport, demand: Demand): string {
  const steps = work?.steps ?? []
  switch (demand.kind) {
    case 'done': {
      const open = steps.filter(({ done }) => !done).map(({ title }) => `“${title}”`)
      return open.length > 0 ? `Not done: ${open.join(', ')}.` : 'Nothing was done.'
    }
    case 'no-last-hint': {
      const shown = steps.filter(({ wasShown }) => wasShown).map(({ title }) => `“${title}”`)
      return `The last hint was opened: ${shown.join(', ')}.`
    }
    case 'no-paste':
      return `Pasted from elsewhere: ${work?.pastes.length ?? 0}.`
    case 'lesson':
      return `It is of the lesson \`${lesson?.slug ?? ''}\`, not of \`${demand.id}\`.`
    case 'step':
      return `The step \`${demand.id}\` is not done.`
    case 'goal':
      return `The goal \`${demand.id}\` is not met.`
  }
}
