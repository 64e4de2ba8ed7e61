/** What `npm test` runs, in this order; each is a script of package.json, so it runs alone too. */
export const testSteps = [
  { name: 'format', script: 'format:check' },
  { name: 'lint', script: 'lint' },
  { name: 'types', script: 'check' },
  { name: 'unit', script: 'test:unit' },
  { name: 'prove', script: 'prove' },
  { name: 'clients', script: 'clients:here' },
  { name: 'build', script: 'build' },
  { name: 'budget', script: 'budget' },
  { name: 'e2e', script: 'test:browser' },
] as const

export type TestStep = (typeof testSteps)[number]

/**
 * The steps that `npm test -- lint unit` names, in the order they always have; all, when it names none.
 * @returns A sentence when it names one that there is not.
 */
export function chooseSteps(names: readonly string[]): readonly TestStep[] | string {
  const unknown = names.find((name) => !testSteps.some((step) => step.name === name))
  if (unknown !== undefined)
    return `There is no step "${unknown}". The steps are: ${testSteps.map(({ name }) => name).join(', ')}.`
  return names.length === 0 ? testSteps : testSteps.filter(({ name }) => names.includes(name))
}
