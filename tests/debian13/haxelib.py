# haxelib.py PORT CERTIFICATE KEY: what haxelib asks of lib.haxe.org, for one library with one version.
import http.server
import io
import ssl
import sys
import zipfile

library = io.BytesIO()
with zipfile.ZipFile(library, 'w') as archive:
    archive.writestr('haxelib.json', '{"name": "answer", "license": "MIT", "version": "1.0.0", "releasenote": "-", "contributors": ["somebody"]}')
    archive.write('www/big', 'big')

# In Haxe's serialisation: the latest haxelib, what is known of the library, and nothing.
ANSWERS = {b'getLatestVersion': b'y5:4.1.0', b'postInstall': b'n', b'infos': (
    b'oy4:namey6:answery4:descy1:dy7:websitey1:wy5:ownery1:oy12:contributorsahy7:licensey3:MITy10:curversiony5:1.0.0'
    b'y9:downloadsi1y8:versionsaoy4:datey10:2020-01-01y4:namey5:1.0.0y8:commentsy1:cy9:downloadsi1ghy4:tagslhg')}


class Handler(http.server.BaseHTTPRequestHandler):
    def answer(self, content):
        self.send_response(200)
        self.send_header('Content-Length', str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def do_POST(self):
        call = self.rfile.read(int(self.headers['Content-Length']))
        self.answer(b'hxr' + next(answer for name, answer in ANSWERS.items() if name in call))

    def do_GET(self):
        self.answer(library.getvalue())


context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
context.load_cert_chain(*sys.argv[2:])
server = http.server.HTTPServer(('127.0.0.1', int(sys.argv[1])), Handler)
server.socket = context.wrap_socket(server.socket, server_side=True)
server.serve_forever()
