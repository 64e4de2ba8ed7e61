import { buildSite } from './languages/build-site.ts'

await buildSite()
