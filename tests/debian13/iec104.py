# iec104.py server PORT [crl=FILE] [allow=FILE]...    a station of liblib60870 over TLS, which answers to an interrogation
# iec104.py client PORT NAME                          asks it, over OpenSSL, with the certificate NAME
# (The clients of liblib60870 name no host, and Mbed TLS 3.6 refuses to verify a server then.)
import ctypes
import socket
import ssl
import sys
import time

role, port, *rest = sys.argv[1:]
certs = '/check/certs/'
VALUES = 40 * 100  # measured values, in a hundred messages


def serve(options):
    library = ctypes.CDLL('liblib60870.so.2')
    Pointer, Int, Flag, Text = ctypes.c_void_p, ctypes.c_int, ctypes.c_bool, ctypes.c_char_p

    def function(name, result, *arguments):
        found = getattr(library, name)
        found.restype, found.argtypes = result, arguments
        return found

    tls = function('TLSConfiguration_create', Pointer)()
    add = {'crl': 'CRL', 'allow': 'AllowedCertificate', 'ca': 'CACertificate'}
    function('TLSConfiguration_setOwnKeyFromFile', Flag, Pointer, Text, Text)(tls, (certs + 'ec.key').encode(), None)
    function('TLSConfiguration_setOwnCertificateFromFile', Flag, Pointer, Text)(tls, (certs + 'ec.crt').encode())
    for option in ['ca=ca.crt', *options]:
        kind, file = option.split('=')
        added = function('TLSConfiguration_add%sFromFile' % add[kind], Flag, Pointer, Text)(tls, (certs + file).encode())
        assert added, option
        if kind == 'allow':
            function('TLSConfiguration_setAllowOnlyKnownCertificates', None, Pointer, Flag)(tls, True)

    slave = function('CS104_Slave_createSecure', Pointer, Int, Int, Pointer)(200, 200, tls)
    parameters = function('CS104_Slave_getAppLayerParameters', Pointer, Pointer)(slave)
    create = function('CS101_ASDU_create', Pointer, Pointer, Flag, Int, Int, Int, Flag, Flag)
    add_object = function('CS101_ASDU_addInformationObject', Flag, Pointer, Pointer)
    value = function('MeasuredValueScaled_create', Pointer, Pointer, Int, Int, ctypes.c_uint8)
    confirm = function('IMasterConnection_sendACT_CON', None, Pointer, Pointer, Flag)
    send = function('CS104_Slave_enqueueASDU', None, Pointer, Pointer)

    @ctypes.CFUNCTYPE(Flag, Pointer, Pointer, Pointer, ctypes.c_uint8)
    def interrogated(_, connection, request, group):
        confirm(connection, request, False)
        for message in range(100):
            answer = create(parameters, False, 20, 0, 1, False, False)
            for at in range(40):
                add_object(answer, value(None, 100 + at, message, 0))
            send(slave, answer)
        return True

    function('CS104_Slave_setInterrogationHandler', None, Pointer, Pointer, Pointer)(slave, interrogated, None)
    function('CS104_Slave_setLocalAddress', None, Pointer, Text)(slave, b'127.0.0.1')
    function('CS104_Slave_setLocalPort', None, Pointer, Int)(slave, int(port))
    function('CS104_Slave_start', None, Pointer)(slave)
    time.sleep(60)


def ask(name):
    context = ssl.create_default_context(cafile=certs + 'ca.crt')
    context.minimum_version = ssl.TLSVersion.TLSv1_3
    context.load_cert_chain(certs + name + '.crt', certs + name + '.key')
    station = context.wrap_socket(socket.create_connection(('127.0.0.1', int(port)), timeout=10), server_hostname='localhost')
    received = total = messages = 0
    rest = b''
    station.sendall(bytes([0x68, 4, 7, 0, 0, 0]))  # STARTDT
    while received < VALUES:
        more = station.recv(4096)
        if not more:
            sys.exit('the station hung up')
        rest += more
        while len(rest) > 1 and len(rest) >= 2 + rest[1]:
            frame, rest = rest[:2 + rest[1]], rest[2 + rest[1]:]
            if frame[2] == 11:  # it is confirmed: a general interrogation
                station.sendall(bytes([0x68, 14, 0, 0, 0, 0, 100, 1, 6, 0, 1, 0, 0, 0, 0, 20]))
            elif frame[2] & 1 == 0:
                messages += 1
                station.sendall(bytes([0x68, 4, 1, 0, messages << 1 & 255, messages >> 7]))
                if frame[6] == 11:  # measured values
                    count = frame[7] & 127
                    received += count
                    total += sum(int.from_bytes(frame[at:at + 2], 'little') for at in range(15, 15 + 6 * count, 6))
    print(received, 'values, their sum is', total)


if role == 'server':
    serve(rest)
else:
    ask(*rest)
