"""Signs and verifies with dkimpy: a task a line in, an answer a line out, both JSON.

The first line in holds the keys. Texts have one character an octet.
"""
import json
import sys

import dkim

KEYS = {}


def octets(text):
    return text.encode('latin-1')


def txt(name, timeout=5):
    record = KEYS['records'].get(name.decode('ascii').rstrip('.').lower())
    return record and record.encode('ascii')


def sign(task):
    ed25519 = task['algorithm'] == 'ed25519-sha256'
    key = KEYS['ed25519Seed'] if ed25519 else KEYS['rsa']
    identity = task.get('identity')
    field = dkim.DKIM(octets(task['message'])).sign(
        octets(task['selector']),
        octets(task['domain']),
        octets(key),
        signature_algorithm=octets(task['algorithm']),
        identity=identity and octets(identity),
        canonicalize=(octets(task['header']), octets(task['body'])),
        include_headers=[octets(name) for name in task['fields']],
        length=task['counted'],
    )
    return {'field': field.decode('latin-1')}


def verify(task):
    try:
        holds = dkim.DKIM(octets(task['message'])).verify(dnsfunc=txt)
        return {'pass': holds, 'why': ''}
    except dkim.DKIMException as refused:
        return {'pass': False, 'why': str(refused)}


def seal(task):
    fields = dkim.ARC(octets(task['message'])).sign(
        octets(task['selector']), octets(task['domain']), octets(KEYS['rsa']),
        octets(task['domain']))
    return {'fields': b''.join(fields).decode('latin-1')}


def validate(task):
    status, _, why = dkim.ARC(octets(task['message'])).verify(dnsfunc=txt)
    return {'status': status.decode('ascii') if status else 'unsaid', 'why': why}


DUTIES = {'sign': sign, 'verify': verify, 'seal': seal, 'validate': validate}


def answer(task):
    try:
        return DUTIES[task['do']](task)
    except Exception as broken:  # an implementation that breaks down is an answer, too
        return {'pass': False, 'why': 'crash: ' + repr(broken), 'error': repr(broken),
                'status': 'crash'}


def version():
    from importlib.metadata import version as installed
    return installed('dkimpy')


def main():
    print(json.dumps({'version': version()}), flush=True)
    KEYS.update(json.loads(sys.stdin.readline()))
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


if __name__ == '__main__':
    main()
