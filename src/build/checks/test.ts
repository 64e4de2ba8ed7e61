import { tableOf } from './budget-table.ts'
import { run } from '../run.ts'
import { chooseSteps } from './test-steps.ts'

interface Done {
  readonly name: string
  readonly seconds: number
  readonly result: 'passed' | 'failed' | 'not run'
}

const steps = chooseSteps(process.argv.slice(2))
if (typeof steps === 'string') {
  console.error(steps)
  process.exitCode = 1
} else {
  const done = await runSteps(steps)
  console.log(summary(done))
  if (done.some(({ result }) => result === 'failed')) process.exitCode = 1
}

/** Runs steps one after the other, up to the first that fails. */
async function runSteps(list: readonly { name: string; script: string }[]): Promise<Done[]> {
  const done: Done[] = []
  for (const { name, script } of list) {
    if (done.some(({ result }) => result === 'failed')) {
      done.push({ name, seconds: 0, result: 'not run' })
      continue
    }
    console.log(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`)
    const began = performance.now()
    const code = await run('npm', ['run', '--silent', script], { output: 'show' })
    const seconds = (performance.now() - began) / 1000
    const result = code === 0 ? 'passed' : 'failed'
    console.log(`${name}: ${result} in ${seconds.toFixed(1)} s`)
    if (result === 'failed') console.error(`\n${name} failed. Run it alone: npm run ${script}`)
    done.push({ name, seconds, result })
  }
  return done
}

function summary(done: readonly Done[]): string {
  const passed = done.filter(({ result }) => result === 'passed').length
  const seconds = done.reduce((sum, step) => sum + step.seconds, 0)
  const rows = done.map((step) => [step.name, step.result, `${step.seconds.toFixed(1)} s`])
  const verdict = passed === done.length ? 'All is well' : 'Not yet'
  return (
    `\n${tableOf([['step', 'result', 'time'], ...rows])}\n\n` +
    `  ${verdict}: ${passed} of ${done.length} steps passed in ${seconds.toFixed(0)} s.`
  )
}
