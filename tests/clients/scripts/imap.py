"""Appends, fetches, marks, searches, moves and expunges through imaplib."""
import base64, imaplib, json, ssl, sys

facts = json.load(sys.stdin)
context = ssl.create_default_context(cafile=facts['certificate'])
if facts['service'] == 'imaps':
    server = imaplib.IMAP4_SSL('localhost', facts['port'], ssl_context=context)
else:
    server = imaplib.IMAP4('localhost', facts['port'])
    server.starttls(context)


def ok(answer):
    status, data = answer
    assert status == 'OK', answer
    return data


ok(server.login(facts['user'], facts['password']))
for message in map(base64.b64decode, facts['messages']):
    ok(server.append('INBOX', None, None, message))
ok(server.select('INBOX'))
fetched = []
for number in ok(server.search(None, 'ALL'))[0].split():
    parts = ok(server.fetch(number, '(BODY.PEEK[])'))
    fetched.append(base64.b64encode(parts[0][1]).decode())
ok(server.store('1', '+FLAGS', r'(\Flagged)'))
flags = ok(server.fetch('1', '(FLAGS)'))[0].decode()
ok(server.create('Archive'))
ok(server.copy('1', 'Archive'))
ok(server.store('1', '+FLAGS', r'(\Deleted)'))
ok(server.expunge())
left = len(ok(server.search(None, 'ALL'))[0].split())
ok(server.close())
server.logout()
print(json.dumps({'fetched': fetched, 'flags': flags, 'left': left}))
