# opcua.py server PORT NAME          an OPC UA server with the certificate NAME
# opcua.py client PORT NAME POLICY   connects with that policy, and looks a name space up
# Over libopen62541. Both sides trust what the RSA authority signed, and know what it revoked.
import ctypes
import signal
import sys

role, port, name, *policy = sys.argv[1:]
library = ctypes.CDLL('libopen62541.so.1.4')
Pointer, Size, Status = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_uint32


class String(ctypes.Structure):
    _fields_ = [('length', Size), ('data', ctypes.c_char_p)]


Strings = ctypes.POINTER(String)


def function(name, result, *arguments):
    found = getattr(library, name)
    found.restype, found.argtypes = result, arguments
    return found


def load(path):
    with open('/check/certs/' + path, 'rb') as file:
        content = file.read()
    return String(len(content), content)


def check(status):
    if status:
        print('refused:', function('UA_StatusCode_name', ctypes.c_char_p, Status)(status).decode())
        sys.exit(1)


own = load(name + '.der'), load(name + '.key.der')
trusted, revoked = load('rsaca.der'), load('opcua.crl')
if role == 'server':
    server = function('UA_Server_new', Pointer)()
    config = function('UA_Server_getConfig', Pointer, Pointer)(server)
    setup = function('UA_ServerConfig_setDefaultWithSecurityPolicies', Status, Pointer, ctypes.c_uint16,
                     Strings, Strings, Strings, Size, Strings, Size, Strings, Size)
    check(setup(config, int(port), *own, trusted, 1, None, 0, revoked, 1))
    function('UA_Server_addNamespace', ctypes.c_uint16, Pointer, ctypes.c_char_p)(server, b'urn:check')
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    running = ctypes.c_bool(True)
    check(function('UA_Server_run', Status, Pointer, ctypes.POINTER(ctypes.c_bool))(server, running))
else:
    client = function('UA_Client_new', Pointer)()
    config = function('UA_Client_getConfig', Pointer, Pointer)(client)
    setup = function('UA_ClientConfig_setDefaultEncryption', Status, Pointer, String, String, Strings, Size, Strings, Size)
    check(setup(config, *own, trusted, 1, revoked, 1))
    # The members that a C program would set, where version 1.4 has them: address, mode (3: sign and encrypt) and policy.
    text = function('UA_String_fromChars', String, ctypes.c_char_p)
    ctypes.memmove(config + 144, ctypes.byref(text(b'opc.tcp://localhost:' + port.encode())), 16)
    ctypes.c_int.from_address(config + 208).value = 3
    ctypes.memmove(config + 216, ctypes.byref(text(b'http://opcfoundation.org/UA/SecurityPolicy#' + policy[0].encode())), 16)
    check(function('__UA_Client_connect', Status, Pointer, ctypes.c_bool)(client, False))
    index = ctypes.c_uint16()
    check(function('UA_Client_NamespaceGetIndex', Status, Pointer, Strings, ctypes.POINTER(ctypes.c_uint16))(
        client, text(b'urn:check'), index))
    print('the name space is number', index.value)
    function('UA_Client_delete', None, Pointer)(client)
