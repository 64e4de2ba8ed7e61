// Runs before the first paint, so that a learner who has begun sees no first visit flash by.
try {
  const begun = /^helo-world\/lesson\/(?!sandbox)[^/]+$/
  if (Object.keys(localStorage).some((key) => begun.test(key)))
    document.documentElement.dataset.returning = ''
} catch {
  // Without storage every visit is the first.
}
