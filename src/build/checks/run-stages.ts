/** How one step went. */
export interface StepDone {
  readonly name: string
  readonly seconds: number
  readonly result: 'passed' | 'failed' | 'not run'
}

/** Runs one step. `alone`: nothing else writes at the time, so its words may be shown as they come. */
export type StepRunner<Step> = (step: Step, alone: boolean) => Promise<StepDone>

/**
 * Runs stages one after the other and the steps of a stage side by side, up to the first that fails:
 * what runs by then is let finish, and nothing more is begun.
 * @param limit How many steps run at once, at most.
 */
export async function runStages<Step extends { readonly name: string }>(
  stages: readonly (readonly Step[])[],
  limit: number,
  runStep: StepRunner<Step>,
): Promise<StepDone[]> {
  const done: StepDone[] = []
  const failed = (): boolean => done.some(({ result }) => result === 'failed')
  for (const stage of stages) {
    const alone = stage.length === 1 || limit === 1
    const waiting = [...stage]
    const runner = async (): Promise<void> => {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift())
        done.push(
          failed()
            ? { name: step.name, seconds: 0, result: 'not run' }
            : await runStep(step, alone),
        )
    }
    await Promise.all(Array.from({ length: Math.min(limit, stage.length) }, runner))
  }
  return done
}
