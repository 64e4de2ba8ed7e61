import type { KnownDifference } from '../suite.ts'

/** A way in which pyspf differs, with the edits to its text that take it away. */
export interface PyspfDifference extends KnownDifference {
  readonly mend: readonly (readonly [old: string, mended: string])[]
}

/**
 * Where pyspf 2.0.14 reads RFC 7208 otherwise than we do. Each is proved on each case: with the text
 * of pyspf fixed, it gives our result. Edits are applied in this order.
 */
export const pyspfDifferences: readonly PyspfDifference[] = [
  {
    code: 'first-at',
    rfc: 5321,
    section: '4.1.2',
    reason:
      'pyspf parts an address at its first `@`; a quoted local part may hold one, so the last parts it.',
    mend: [["parts = s.split('@', 1)", "parts = s.rsplit('@', 1)"]],
  },
  {
    code: 'final-dot',
    rfc: 7208,
    section: '4.3',
    reason:
      'pyspf finds no record for a domain with a final dot; only an empty label that is not the last one is malformed.',
    mend: [['self.d = self.o\n', "self.d = self.o[:-1] if self.o.endswith('.') else self.o\n"]],
  },
  {
    code: 'include-itself',
    rfc: 7208,
    section: '5.2',
    reason:
      'pyspf calls an include of the own domain a syntax error; it breaks only once it is reached, by its lookups.',
    mend: [['if arg == self.d:', "if mech.lower().lstrip('+-~?') == 'include':"]],
  },
  {
    code: 'all-mail-hosts',
    rfc: 7208,
    section: '5.4',
    reason:
      'pyspf looks up every mail host of `mx` before it compares; a host after the one that matches cannot break the check.',
    mend: [
      [
        'if self.cidrmatch(self.dns_mx(arg), cidrlength):',
        'if any(self.cidrmatch([ip], cidrlength) for ip in self.dns_mx(arg)):',
      ],
      [
        'return [a for mx in mxnames[:max] for a in self.dns_a(mx[1],self.A)]',
        'return (a for mx in mxnames[:max] for a in self.dns_a(mx[1],self.A))',
      ],
    ],
  },
  {
    code: 'voids-of-ptr-names',
    rfc: 7208,
    section: '4.6.4',
    reason:
      "pyspf counts each name of the client that has no address, and an empty PTR answer each time it is needed; we count that answer once, and not the names, which are not the domain's.",
    mend: [
      ['self.dns_a(p,self.A)', 'self.dns(p,self.A,ignore_void=True)'],
      [
        "return self.dns('%s.%s.arpa'%(reverse_dots(i),self.v), 'PTR')",
        "asked, self.asked = hasattr(self, 'asked'), True\n        return self.dns('%s.%s.arpa'%(reverse_dots(i),self.v), 'PTR', ignore_void=asked)",
      ],
    ],
  },
  {
    code: 'ptr-errors',
    rfc: 7208,
    section: '5.5',
    reason:
      'pyspf ends with temperror where a question of `ptr` gets no answer; the mechanism does not match then, or the name is left out.',
    mend: [
      [
        'def validated_ptrs(self):',
        'def quiet(self, ask):\n        try: return ask()\n        except TempError: return []\n\n    def validated_ptrs(self):',
      ],
      [
        'for p in self.dns_ptr(self.i)[:max]\n            if self.cidrmatch(self.dns',
        'for p in self.quiet(lambda: self.dns_ptr(self.i))[:max]\n            if self.cidrmatch(self.quiet(lambda: self.dns',
      ],
      ['),cidrlength)]', ')),cidrlength)]'],
    ],
  },
  {
    code: 'one-p',
    rfc: 7208,
    section: '7.3',
    reason:
      'pyspf keeps the first `%{p}` for all records; which name is best hangs on the domain of each.',
    mend: [['if not self.p:\n            p = ', 'if True:\n            p = ']],
  },
  {
    code: 'any-delimiter',
    rfc: 7208,
    section: '7.1',
    reason:
      'pyspf splits a macro at any character; seven are delimiters, another is a syntax error.',
    mend: [
      [
        'ln, reverse, delimiters = RE_ARGS.split(str)[1:4]',
        "if not re.match('[0-9]*r?[-.+,/_=]*$', str, re.I): raise PermError('invalid-macro-char ', str)\n    ln, reverse, delimiters = RE_ARGS.split(str)[1:4]",
      ],
    ],
  },
  {
    code: 'capital-r',
    rfc: 7208,
    section: '7.1',
    reason:
      'pyspf reverses at `r` alone; strings of the grammar have no case, so `R` reverses as well.',
    mend: [["RE_ARGS = re.compile(r'([0-9]*)(r?)", "RE_ARGS = re.compile(r'([0-9]*)([rR]?)"]],
  },
  {
    code: 'joined-by-delimiter',
    rfc: 7208,
    section: '7.3',
    reason:
      'pyspf joins the parts of most macros with the characters that parted them; all are joined with dots.',
    mend: [['split(expansion, delimiters, joiner)', "split(expansion, delimiters, '.')"]],
  },
  {
    code: 'no-postmaster',
    rfc: 7208,
    section: '4.3',
    reason:
      'pyspf leaves `%{s}` as it came where the sender has no local part; `postmaster` stands in for it.',
    mend: [
      [
        '        self.t = str(int',
        "        self.s = self.l + '@' + self.o\n        self.t = str(int",
      ],
    ],
  },
  {
    code: 'capital-modifier',
    rfc: 7208,
    section: '4.6.1',
    reason: 'pyspf knows `exp` and `redirect` in lowercase alone; names of terms have no case.',
    mend: [['mod,arg = m\n', 'mod,arg = m[0].lower(),m[1]\n']],
  },
  {
    code: 'zero-parts',
    rfc: 7208,
    section: '7.1',
    reason: 'pyspf lets a macro keep 0 parts; the number of parts is not zero.',
    mend: [
      [
        '    if ln: expansion',
        "    if ln and not int(ln): raise PermError('invalid-macro-char ', str)\n    if ln: expansion",
      ],
    ],
  },
  {
    code: 'case-of-domain',
    rfc: 1035,
    section: '2.3.3',
    reason:
      'pyspf writes `%{d}` in the capitals of the sender; names have no case, and we write them small.',
    mend: [
      ['        self.p = None ', '        self.d = self.d.lower()\n        self.p = None '],
      ['tmp, self.d = self.d, domain', 'tmp, self.d = self.d, domain.lower()'],
    ],
  },
  {
    code: 'redirect-counts-early',
    rfc: 7208,
    section: '6.1',
    reason:
      'pyspf counts `redirect` among the ten lookups when it reads the record; it costs one where no mechanism has matched.',
    mend: [
      ["elif mod == 'redirect':\n                self.check_lookups()", "elif mod == 'redirect':"],
      ['redirect_record = self', 'self.check_lookups()\n                redirect_record = self'],
    ],
  },
  {
    code: 'expands-early',
    rfc: 7208,
    section: '4.6.4',
    reason:
      'pyspf expands all terms, and fetches `exp`, when it reads the record; questions of a term count where it is evaluated, those of `exp` never.',
    mend: [
      [
        'def expand_domain(self,arg):',
        `def expand_aside(self, arg):
        saved = dict(self.__dict__)
        self.void_lookups = self.lookups = -999
        try: return self.expand_domain(arg)
        finally:
            self.__dict__.clear()
            self.__dict__.update(saved)

    def expand_domain(self,arg):`,
      ],
      [
        'arg = self.expand_domain(arg)\n            if not arg:',
        'written, arg = arg, self.expand_aside(arg)\n            if not arg:',
      ],
      [
        "return mech, m, arg, cidrlength, result\n\n        # validate 'all'",
        "return mech, m, written, cidrlength, result\n\n        # validate 'all'",
      ],
      [
        'for mech, m, arg, cidrlength, result in mechs:\n',
        "for mech, m, arg, cidrlength, result in mechs:\n            if m in ('a', 'mx', 'ptr', 'exists', 'include'): arg = self.expand_domain(arg)\n",
      ],
      ['redirect = None\n', 'redirect = later = None\n'],
      [
        'redirect = self.expand_domain(arg)',
        'written_redirect = arg\n                redirect = self.expand_aside(arg)',
      ],
      [
        '            if redirect:\n',
        '            if redirect:\n                redirect = self.expand_domain(written_redirect)\n',
      ],
      [
        'arg = self.expand_domain(arg)\n                if arg:',
        'later, arg = arg, self.expand_aside(arg)\n                if arg:',
      ],
      ['exp = self.get_explanation(arg)', 'exp = None'],
      [
        "        if result == 'fail':\n",
        `        if result == 'fail' and later and not recursion:
            self.void_lookups = self.lookups = -999
            try: self.set_explanation(self.get_explanation(self.expand_domain(later)) or exps[result])
            except (PermError, TempError): pass
        if result == 'fail':
`,
      ],
    ],
  },
  {
    code: 'free-p',
    rfc: 7208,
    section: '4.6.4',
    reason: 'pyspf asks for `%{p}` without counting it; its PTR question is one of the ten.',
    mend: [['self.getp()\n', 'self.check_lookups(); self.getp()\n']],
  },
  {
    code: 'percent-at-the-end',
    rfc: 7208,
    section: '7.1',
    reason: 'pyspf takes `%%` at the end of a text for a stray `%`; it is a literal one.',
    mend: [["%[^{%_-]|%$'", "%[^{%_-]|(?<!%)%$'"]],
  },
  {
    code: 'open-macro',
    rfc: 7208,
    section: '7.1',
    reason: 'pyspf takes `%{` without its `}` for plain text; a macro has both.',
    mend: [
      ["RE_INVALID_MACRO = re.compile(r'", "RE_INVALID_MACRO = re.compile(r'(?<!%)%\\{[^}]*$|"],
    ],
  },
]
