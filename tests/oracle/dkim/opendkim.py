"""Signs and verifies with libopendkim: a task a line in, an answer a line out, both JSON.

The first line in holds the keys. Texts have one character an octet. The library of the milter is
called directly, as opendkim-testmsg does, which cannot choose how to sign.
"""
import ctypes
import json
import sys
from ctypes import POINTER, byref, c_bool, c_char_p, c_int, c_size_t, c_ssize_t, c_uint, c_void_p

# From dkim.h.
OP_SETOPT, OPTS_FLAGS, OPTS_SIGNHDRS, OPTS_OVERSIGNHDRS = 1, 0, 4, 5
LIBFLAGS_SIGNLEN = 0x4
STAT_OK = 0
CBSTAT_CONTINUE, CBSTAT_NOTFOUND = 0, 3
CANON = {'simple': 0, 'relaxed': 1}
ALGORITHM = {'rsa-sha256': 1, 'ed25519-sha256': 2}

lib = ctypes.CDLL('libopendkim.so.11')
LOOKUP = ctypes.CFUNCTYPE(c_int, c_void_p, c_void_p, c_void_p, c_size_t)
for name, result, arguments in [
    ('dkim_init', c_void_p, [c_void_p, c_void_p]),
    ('dkim_close', None, [c_void_p]),
    ('dkim_options', c_int, [c_void_p, c_int, c_int, c_void_p, c_size_t]),
    ('dkim_set_key_lookup', c_int, [c_void_p, LOOKUP]),
    ('dkim_sign', c_void_p, [c_void_p, c_char_p, c_void_p, c_char_p, c_char_p, c_char_p, c_int,
                             c_int, c_int, c_ssize_t, POINTER(c_int)]),
    ('dkim_verify', c_void_p, [c_void_p, c_char_p, c_void_p, POINTER(c_int)]),
    ('dkim_chunk', c_int, [c_void_p, c_char_p, c_size_t]),
    ('dkim_eom', c_int, [c_void_p, POINTER(c_bool)]),
    ('dkim_getsighdr_d', c_int, [c_void_p, c_size_t, POINTER(c_char_p), POINTER(c_size_t)]),
    ('dkim_getsignature', c_void_p, [c_void_p]),
    ('dkim_sig_geterror', c_int, [c_void_p]),
    ('dkim_sig_geterrorstr', c_char_p, [c_int]),
    ('dkim_sig_getselector', c_char_p, [c_void_p]),
    ('dkim_sig_getdomain', c_char_p, [c_void_p]),
    ('dkim_set_signer', c_int, [c_void_p, c_char_p]),
    ('dkim_geterror', c_char_p, [c_void_p]),
    ('dkim_getresultstr', c_char_p, [c_int]),
    ('dkim_free', c_int, [c_void_p]),
    ('dkim_libversion', c_uint, []),
]:
    function = getattr(lib, name)
    function.restype, function.argtypes = result, arguments

KEYS = {}


@LOOKUP
def look_up(_, signature, buffer, size):
    selector = lib.dkim_sig_getselector(signature).decode('latin-1')
    domain = lib.dkim_sig_getdomain(signature).decode('latin-1')
    record = KEYS['records'].get(f'{selector}._domainkey.{domain}'.lower())
    if record is None:
        return CBSTAT_NOTFOUND
    text = record.encode('ascii')[: size - 1] + b'\0'
    ctypes.memmove(buffer, text, len(text))
    return CBSTAT_CONTINUE


def octets(text):
    return text.encode('latin-1')


def feed(handle, message):
    for chunk in (message, b''):
        status = lib.dkim_chunk(handle, chunk or None, len(chunk))
        if status != STAT_OK:
            return status
    return lib.dkim_eom(handle, byref(c_bool()))


def words(handle, status):
    error = lib.dkim_geterror(handle)
    signature = lib.dkim_getsignature(handle)
    of_signature = lib.dkim_sig_geterrorstr(lib.dkim_sig_geterror(signature)) if signature else b''
    said = [lib.dkim_getresultstr(status), error, of_signature]
    return ': '.join(each.decode('latin-1') for each in said if each)


def set_names(option, names):
    """The library keeps the list: it takes NULL for no list, and the array lives as long as we."""
    array = (c_char_p * (len(names) + 1))(*[octets(name) for name in names], None)
    lib.dkim_options(library, OP_SETOPT, option, ctypes.cast(array, c_void_p), 8)
    KEPT.append(array)


KEPT = []


def sign(task):
    flags = c_uint(LIBFLAGS_SIGNLEN if task['counted'] else 0)
    lib.dkim_options(library, OP_SETOPT, OPTS_FLAGS, byref(flags), 4)
    names = [name.lower() for name in task['fields']]
    set_names(OPTS_SIGNHDRS, sorted(set(names)))
    set_names(OPTS_OVERSIGNHDRS, sorted({name for name in names if names.count(name) > 1}))
    status = c_int()
    handle = lib.dkim_sign(
        library, b'task', None, octets(KEYS[task['algorithm']]), octets(task['selector']),
        octets(task['domain']), CANON[task['header']], CANON[task['body']],
        ALGORITHM[task['algorithm']], -1, byref(status))
    if not handle:
        return {'error': lib.dkim_getresultstr(status.value).decode('latin-1')}
    try:
        if 'identity' in task:
            lib.dkim_set_signer(handle, octets(task['identity']))
        done = feed(handle, octets(task['message']))
        if done != STAT_OK:
            return {'error': words(handle, done)}
        field, size = c_char_p(), c_size_t()
        lib.dkim_getsighdr_d(handle, len('DKIM-Signature: '), byref(field), byref(size))
        lines = field.value.decode('latin-1').replace('\r\n', '\n').split('\n')
        return {'field': 'DKIM-Signature: ' + '\r\n'.join(lines) + '\r\n'}
    finally:
        lib.dkim_free(handle)


def verify(task):
    status = c_int()
    handle = lib.dkim_verify(library, b'task', None, byref(status))
    try:
        done = feed(handle, octets(task['message']))
        return {'pass': done == STAT_OK, 'why': words(handle, done)}
    finally:
        lib.dkim_free(handle)


def answer(task):
    try:
        return sign(task) if task['do'] == 'sign' else verify(task)
    except Exception as broken:  # an implementation that breaks down is an answer, too
        return {'pass': False, 'why': 'crash: ' + repr(broken), 'error': repr(broken)}


def main():
    number = lib.dkim_libversion()
    version = '.'.join(str(number >> shift & 255) for shift in (24, 16, 8))
    print(json.dumps({'version': version}), flush=True)
    KEYS.update(json.loads(sys.stdin.readline()))
    lib.dkim_set_key_lookup(library, look_up)
    for line in sys.stdin:
        print(json.dumps(answer(json.loads(line))), flush=True)


library = lib.dkim_init(None, None)

if __name__ == '__main__':
    main()
