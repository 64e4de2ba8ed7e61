const HELPERS = /^var (__decorate|__param) = \(undefined && undefined\.\1\) \|\| [^]*?^};\n/gm

/** A module that takes the helpers of its decorators from one file: each has them for itself. */
export function withSharedHelpers(code: string, file: string): string {
  const found = [...code.matchAll(HELPERS)].map(([, name]) => name)
  if (!found.length) return code
  return `import { ${found.join(', ')} } from ${JSON.stringify(file)}\n${code.replace(HELPERS, '')}`
}
