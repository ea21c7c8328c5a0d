# micropython server.py PORT CERTIFICATE KEY [AUTHORITY]: answers HTTP requests over TLS, one after the other, until it is ended; with an
# authority, those of clients that have a certificate of it.
import socket
import sys
import tls

port, certificate, key = sys.argv[1:4]
context = tls.SSLContext(tls.PROTOCOL_TLS_SERVER)
for _ in range(2):  # as if it were renewed
    context.load_cert_chain(open(certificate, "rb").read(), open(key, "rb").read())
if len(sys.argv) > 4:
    context.load_verify_locations(open(sys.argv[4], "rb").read())
    context.verify_mode = tls.CERT_REQUIRED
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind(socket.getaddrinfo("127.0.0.1", int(port))[0][-1])
listener.listen(5)
while True:
    sock, _ = listener.accept()
    try:
        stream = context.wrap_socket(sock, server_side=True)
        line = stream.readline().strip()
        while stream.readline().strip():
            pass
        body = b"%s over %s\n" % (line, stream.cipher()[1])
        stream.write(b"HTTP/1.0 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        stream.close()
    except (OSError, ValueError) as error:
        print("a connection failed:", error)
        sock.close()
