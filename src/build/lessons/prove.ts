import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { compile } from './proof/compile.ts'

const root = process.cwd()
process.setSourceMapsEnabled(true)
// Each lesson is new code that makes much and keeps little: it is compiled at once, and swept less often.
setFlagsFromString('--always-sparkplug')
setFlagsFromString('--min-semi-space-size=64')
const compiled = await compile(root, ['prove-course', 'prove-worker'])
try {
  const { proveCourse } = (await import(
    pathToFileURL(compiled.fileOf('prove-course')).href
  )) as typeof import('./proof/prove-course.ts')
  const words = process.argv.slice(2)
  process.exitCode = await proveCourse({ root, words, worker: compiled.fileOf('prove-worker') })
} finally {
  await compiled.remove()
}
