"""Retrieves and deletes everything through poplib."""
import base64, json, poplib, ssl, sys

facts = json.load(sys.stdin)
context = ssl.create_default_context(cafile=facts['certificate'])
if facts['service'] == 'pop3s':
    server = poplib.POP3_SSL('localhost', facts['port'], context=context)
else:
    server = poplib.POP3('localhost', facts['port'])
    server.stls(context)
server.user(facts['user'])
server.pass_(facts['password'])
count, _ = server.stat()
uidls = len(server.uidl()[1])
fetched = []
for number in range(1, count + 1):
    lines = server.retr(number)[1]
    fetched.append(base64.b64encode(b'\r\n'.join(lines) + b'\r\n').decode())
    server.dele(number)
server.quit()
print(json.dumps({'fetched': fetched, 'uidls': uidls}))
