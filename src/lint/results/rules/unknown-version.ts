import { defineRule } from '../../../core/rule.ts'
import type { AuthenticationResults } from '../../../auth/results/results.ts'

export const unknownVersion = defineRule<AuthenticationResults>({
  code: 'results/unknown-version',
  severity: 'warning',
  source: { rfc: 8601, section: '2.6' },
  why: 'A reader that meets a version it does not know stops there: what follows may mean something else.',
  bad: ['mx.example.org «2»; spf=pass', 'mx.example.org; spf/«3»=pass'],
  good: ['mx.example.org 1; spf/1=pass'],
  *check({ version, results }) {
    const versions = [version, ...results.map(({ methodVersion }) => methodVersion)]
    for (const found of versions)
      if (found && Number(found.text) !== 1)
        yield {
          span: found.span,
          message: `Version \`${found.text}\` is not known: there is only 1.`,
        }
  },
})
