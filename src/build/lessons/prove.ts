import { pathToFileURL } from 'node:url'
import { compile } from './proof/compile.ts'

const root = process.cwd()
process.setSourceMapsEnabled(true)
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
