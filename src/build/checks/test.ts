import { availableParallelism } from 'node:os'
import { run, runKept } from '../run.ts'
import { tableOf } from './budget-table.ts'
import { runStages, type StepDone } from './run-stages.ts'
import { chooseSteps, type TestStep } from './test-steps.ts'

const stages = chooseSteps(process.argv.slice(2))
if (typeof stages === 'string') {
  console.error(stages)
  process.exitCode = 1
} else {
  const began = performance.now()
  const done = await runStages(stages, availableParallelism(), runStep)
  console.log(summary(done, secondsSince(began)))
  if (done.some(({ result }) => result === 'failed')) process.exitCode = 1
}

/** Runs one step; the words of one that does not run alone are shown whole when it ends. */
async function runStep({ name, script }: TestStep, alone: boolean): Promise<StepDone> {
  const began = performance.now()
  const words = ['run', '--silent', script]
  if (alone) console.log(heading(name))
  const { code, output } = alone
    ? { code: await run('npm', words, { output: 'show' }), output: '' }
    : await runKept('npm', words)
  if (!alone) console.log(`${heading(name)}\n${output.trimEnd()}`)
  const seconds = secondsSince(began)
  const result = code === 0 ? 'passed' : 'failed'
  console.log(`${name}: ${result} in ${seconds.toFixed(1)} s`)
  if (result === 'failed') console.error(`\n${name} failed. Run it alone: npm run ${script}`)
  return { name, seconds, result }
}

function heading(name: string): string {
  return `\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`
}

function secondsSince(began: number): number {
  return (performance.now() - began) / 1000
}

function summary(done: readonly StepDone[], seconds: number): string {
  const passed = done.filter(({ result }) => result === 'passed').length
  const rows = done.map((step) => [step.name, step.result, `${step.seconds.toFixed(1)} s`])
  const verdict = passed === done.length ? 'All is well' : 'Not yet'
  return (
    `\n${tableOf([['step', 'result', 'time'], ...rows])}\n\n` +
    `  ${verdict}: ${passed} of ${done.length} steps passed in ${seconds.toFixed(0)} s.`
  )
}
