/* One end of a connection, as a module that brings its own Mbed TLS along. */
#ifndef END_H
#define END_H

#include "support/wire.h"

struct end; /* what a module keeps */

/* What a module has to offer, under the name "module". */
struct module {
    struct end *(*open)(int is_server, const char *certs, struct wire *in, struct wire *out);
    int (*handshake)(struct end *end); /* 0 when it is over, 1 to be called again, less if it failed */
    int (*write)(struct end *end, const char *text);
    int (*read)(struct end *end, char *text, int size);
    void (*close)(struct end *end);
    const char *(*library)(void); /* the file that its Mbed TLS came from */
};

#endif
