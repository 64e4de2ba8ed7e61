/**
 * Stands in for a class or a function of Monaco that is never used: it can be named, extended and asked for its
 * instances, and says its name when it is called after all.
 */
export const leftOut = (name: string): unknown =>
  function () {
    throw new Error(`${name} of Monaco is left out of the build.`)
  }
