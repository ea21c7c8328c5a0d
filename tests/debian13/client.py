# micropython client.py PORT CA NAME [CIPHER]: one request over TLS; prints what was agreed on and the answer, or why there is none.
import socket
import sys
import tls

port, ca, name = sys.argv[1:4]
context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
context.verify_mode = tls.CERT_REQUIRED
context.load_verify_locations(open(ca, "rb").read())
if len(sys.argv) > 4:
    context.set_ciphers([sys.argv[4]])
sock = socket.socket()
sock.connect(socket.getaddrinfo("127.0.0.1", int(port))[0][-1])
try:
    stream = context.wrap_socket(sock, server_hostname=name)
except Exception as error:
    print("refused:", " ".join(str(error).split()))
    sys.exit(1)
stream.write(b"GET /hello HTTP/1.0\r\nHost: localhost\r\n\r\n")
answer = stream.read()
print(*stream.cipher())
print("verified for", name, "-", answer.split(b"\r\n\r\n")[-1].decode().strip())
stream.close()
