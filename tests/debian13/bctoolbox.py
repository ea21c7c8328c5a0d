# bctoolbox.py URL-PATH PORT AUTHORITY NAME FILE    fetches over TLS with libbctoolbox
# bctoolbox.py crypto                               known answers, and the fingerprint of a certificate that it makes
import ctypes
import socket
import sys

library = ctypes.CDLL('libbctoolbox.so.2')
Pointer, Int, Size, Text = ctypes.c_void_p, ctypes.c_int32, ctypes.c_size_t, ctypes.c_char_p


def function(name, result, *arguments):
    found = getattr(library, 'bctbx_' + name)
    found.restype, found.argtypes = result, arguments
    return found


def fetch(path, port, authority, name, file):
    server = socket.create_connection(('127.0.0.1', int(port)))
    transfer = ctypes.CFUNCTYPE(Int, Pointer, Pointer, Size)
    send = transfer(lambda _, data, length: server.send(ctypes.string_at(data, length)))

    @transfer
    def receive(_, buffer, length):
        data = server.recv(length)
        ctypes.memmove(buffer, data, len(data))
        return len(data)

    config = function('ssl_config_new', Pointer)()
    function('ssl_config_defaults', Int, Pointer, Int, Int)(config, 0, 0)
    function('ssl_config_set_authmode', Int, Pointer, Int)(config, 2)
    random = function('rng_context_new', Pointer)()
    function('ssl_config_set_rng', Int, Pointer, Pointer, Pointer)(config, ctypes.cast(library.bctbx_rng_get, Pointer), random)
    trusted = function('x509_certificate_new', Pointer)()
    assert function('x509_certificate_parse_file', Int, Pointer, Text)(trusted, authority.encode()) == 0
    function('ssl_config_set_ca_chain', Int, Pointer, Pointer)(config, trusted)
    context = function('ssl_context_new', Pointer)()
    function('ssl_context_setup', Int, Pointer, Pointer)(context, config)
    function('ssl_set_hostname', Int, Pointer, Text)(context, name.encode())
    function('ssl_set_io_callbacks', None, Pointer, Pointer, transfer, transfer)(context, None, send, receive)
    status = function('ssl_handshake', Int, Pointer)(context)
    if status:
        sys.exit('refused: -0x%x' % -status)
    request = b'GET ' + path.encode() + b' HTTP/1.0\r\n\r\n'
    function('ssl_write', Int, Pointer, Text, Size)(context, request, len(request))
    buffer, answer = ctypes.create_string_buffer(65536), bytearray()
    read = function('ssl_read', Int, Pointer, Pointer, Size)
    while (length := read(context, buffer, len(buffer))) > 0:
        answer += buffer[:length]
    with open(file, 'wb') as out:
        out.write(answer.split(b'\r\n\r\n', 1)[1])
    print(function('ssl_get_version', Text, Pointer)(context).decode())


def crypto():
    digest = ctypes.create_string_buffer(32)
    function('hmacSha256', None, Text, Size, Text, Size, ctypes.c_uint8, Pointer)(b'Jefe', 4, b'what do ya want for nothing?', 28, 32, digest)
    assert digest.raw.hex().startswith('5bdcc146bf60754e6a042426089575c7')  # RFC 4231
    key, iv, text = bytes(32), bytes(12), bytes(16)
    sealed, tag, opened = (ctypes.create_string_buffer(16) for _ in range(3))
    function('aes_gcm_encrypt_and_tag', Int, Text, Size, Text, Size, Text, Size, Text, Size, Pointer, Size, Pointer)(
        key, 32, text, 16, b'', 0, iv, 12, tag, 16, sealed)
    assert sealed.raw.hex() + tag.raw.hex() == 'cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919'  # NIST
    open_ = function('aes_gcm_decrypt_and_auth', Int, Text, Size, Text, Size, Text, Size, Text, Size, Text, Size, Pointer)
    assert open_(key, 32, sealed.raw, 16, b'', 0, iv, 12, tag.raw, 16, opened) == 0 and opened.raw == text
    assert open_(key, 32, sealed.raw, 16, b'x', 1, iv, 12, tag.raw, 16, opened) != 0
    certificate, key = function('x509_certificate_new', Pointer)(), function('signing_key_new', Pointer)()
    pem, fingerprint = ctypes.create_string_buffer(8192), ctypes.create_string_buffer(200)
    assert function('x509_certificate_generate_selfsigned', Int, Text, Pointer, Pointer, Pointer, Size)(
        b'CN=device, O=Somebody', certificate, key, pem, 8192) == 0
    function('x509_certificate_get_fingerprint', Int, Pointer, Pointer, Size, Int)(certificate, fingerprint, 200, 3)
    print(fingerprint.value.decode())
    with open('self.pem', 'wb') as out:
        out.write(pem.value)


if sys.argv[1] == 'crypto':
    crypto()
else:
    fetch(*sys.argv[1:])
