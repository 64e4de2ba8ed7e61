/**
 * What `npm test` runs, stage by stage; each is a script of package.json, so it runs alone too. The
 * steps of one stage keep one processor busy each and run side by side, the longest first.
 */
export const testStages = [
  [
    { name: 'lint', script: 'lint' },
    { name: 'types', script: 'check' },
    { name: 'format', script: 'format:check' },
    { name: 'clients', script: 'clients:here' },
    { name: 'prove', script: 'prove' },
  ],
  [{ name: 'unit', script: 'test:unit' }],
  [{ name: 'build', script: 'build' }],
  [{ name: 'budget', script: 'budget' }],
  [{ name: 'e2e', script: 'test:browser:sample' }],
] as const satisfies readonly (readonly { name: string; script: string }[])[]

export type TestStep = (typeof testStages)[number][number]
export type TestStage = readonly TestStep[]

/**
 * The steps that `npm test -- lint unit` names, in the stages they always have; all, when it names none.
 * @returns A sentence when it names one that there is not.
 */
export function chooseSteps(names: readonly string[]): readonly TestStage[] | string {
  const all: readonly TestStep[] = testStages.flat()
  const unknown = names.find((name) => !all.some((step) => step.name === name))
  if (unknown !== undefined)
    return `There is no step "${unknown}". The steps are: ${all.map(({ name }) => name).join(', ')}.`
  if (names.length === 0) return testStages
  return testStages
    .map((stage: TestStage) => stage.filter(({ name }) => names.includes(name)))
    .filter((stage) => stage.length > 0)
}
