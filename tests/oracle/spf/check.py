"""Checks SPF with pyspf: a case a line in, an answer a line out, both JSON.

The first line in holds the mends: for each known difference, the text of spf.py to replace. A case
names those to apply, so that a difference is explained by showing that pyspf without it agrees.

pyspf asks through its module's DNSLookup, and gets the case's own little Internet there. As its
driver for dnspython does, an answer carries the name that was asked for, aliases already followed.
"""
import json
import sys
import types

import spf

COIN = '.coin.example'
MAX_ALIASES = 10

with open(spf.__file__, encoding='utf-8') as file:
    SOURCE = file.read()


def mended(edits):
    """The module with some of its text replaced; None where the text is not there."""
    source = SOURCE
    for old, new in edits:
        if old not in source:
            return None
        source = source.replace(old, new)
    module = types.ModuleType('spf')
    exec(compile(source, 'spf.py', 'exec'), module.__dict__)
    return module


def tossed(name, qtype):
    if qtype != 'A' or not name.endswith(COIN) or sum(map(ord, name)) % 2:
        return []
    return ['127.0.0.2']


def value(record):
    kind = record['type']
    if kind in ('A', 'AAAA'):
        return record['address']
    if kind == 'MX':
        return (record['preference'], record['exchange'])
    if kind in ('TXT', 'SPF'):
        return [string.encode('latin-1') for string in record['strings']]
    return record['target']


def norm(name):
    name = name.lower()
    return name[:-1] if name.endswith('.') else name


def lookup_in(case, temp_error):
    names = {}
    for record in case['records']:
        names.setdefault(norm(record['name']), []).append(record)

    def lookup(asked, qtype, strict=True, timeout=20):
        name = norm(asked)
        for _ in range(MAX_ALIASES + 1):
            if name in case['silent']:
                raise temp_error('DNS no answer for ' + name)
            here = names.get(name)
            if here is None:
                return [((asked, qtype), found) for found in tossed(name, qtype)]
            found = [value(record) for record in here if record['type'] == qtype]
            if found:
                return [((asked, qtype), each) for each in found]
            aliases = [record for record in here if record['type'] == 'CNAME']
            if not aliases:
                return []
            name = norm(aliases[0]['target'])
        raise temp_error('DNS aliases go in a circle at ' + name)

    return lookup


def check(module, case):
    module.DNSLookup = lookup_in(case, module.TempError)
    query = module.query(
        i=case['ip'], s=case['mailFrom'], h=case['helo'], receiver=case['receiver'])
    query.t = str(case['now'])
    result, _, words = query.check()
    return {'id': case['id'], 'result': result, 'words': words}


def main():
    print(json.dumps({'version': spf.__version__}), flush=True)
    mends = json.loads(sys.stdin.readline())
    modules = {}
    for line in sys.stdin:
        case = json.loads(line)
        codes = tuple(case.get('mends', ()))
        if codes not in modules:
            modules[codes] = mended([edit for code in codes for edit in mends[code]])
        try:
            if modules[codes] is None:
                raise LookupError('a text to mend is not there: ' + ', '.join(codes))
            answer = check(modules[codes], case)
        except Exception as broken:  # an implementation that breaks down is an answer, too
            answer = {'id': case['id'], 'result': 'crash', 'words': '', 'crash': repr(broken)}
        print(json.dumps(answer), flush=True)


if __name__ == '__main__':
    main()
