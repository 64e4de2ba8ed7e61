const policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'worker-src': "'self'",
  'img-src': "'self' data:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'frame-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'object-src': "'none'",
  // xterm, Monaco and Svelte's transitions set styles as they run.
  'style-src': "'self' 'unsafe-inline'",
}

/**
 * The Content-Security-Policy of every page: nothing leaves the page's own origin, nothing inline runs.
 * @param mode `serve` also lets the page connect to Vite's reload socket.
 */
export function contentSecurityPolicy(mode: 'build' | 'serve'): string {
  const rules = mode === 'serve' ? { ...policy, 'connect-src': "'self' ws:" } : policy
  return Object.entries(rules)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ')
}
