// haxe --run Fetch AUTHORITIES URL FILE
import haxe.Http;
import sys.io.File;
import sys.ssl.Certificate;
import sys.ssl.Socket;

class Fetch {
    static function main() {
        final arguments = Sys.args();
        Socket.DEFAULT_CA = Certificate.loadFile(arguments[0]);
        final http = new Http(arguments[1]);
        http.onBytes = bytes -> File.saveBytes(arguments[2], bytes);
        http.onError = message -> {
            Sys.println("refused: " + message);
            Sys.exit(1);
        };
        http.request();
    }
}
