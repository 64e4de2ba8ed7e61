"""Sends each message through smtplib, and says how many."""
import base64, json, smtplib, ssl, sys

facts = json.load(sys.stdin)
context = ssl.create_default_context(cafile=facts['certificate'])
service, port = facts['service'], facts['port']
if service == 'submissions':
    server = smtplib.SMTP_SSL('localhost', port, context=context)
elif service == 'lmtp':
    server = smtplib.LMTP('localhost', port)
else:
    server = smtplib.SMTP('localhost', port)
with server:
    server.ehlo()
    if service in ('smtp', 'submission'):
        server.starttls(context=context)
        server.ehlo()
    if service.startswith('submission'):
        server.login(facts['user'], facts['password'])
    for message in map(base64.b64decode, facts['messages']):
        options = ['BODY=8BITMIME'] if any(octet > 127 for octet in message) else []
        server.sendmail(facts['user'], [facts['user']], message, options)
print(json.dumps({'sent': len(facts['messages'])}))
