import { buildSite } from './languages/build-site.ts'

/** `[FOLDER]`: where the site goes, `dist/` by default. */
await buildSite(process.argv[2])
