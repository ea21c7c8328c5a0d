# micropython server.py PORT CERTIFICATE KEY: answers HTTP requests over TLS, one after the other, until it is ended.
import socket
import sys
import tls

port, certificate, key = sys.argv[1:4]
context = tls.SSLContext(tls.PROTOCOL_TLS_SERVER)
context.load_cert_chain(open(certificate, "rb").read(), open(key, "rb").read())
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
    except OSError as error:
        print("a connection failed:", error)
        sock.close()
